import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { exercise, exercises } from "../../../src/lessons/exercise/exercise.js";
import { lessonOrder } from "../../../src/lessons/order.js";
import { printed, withKernel } from "../../notebook/fakeKernel.js";

test("exercises() lists the names in the order of the lessons", () => {
  assert.deepEqual([...new Set(exercises().map((id) => id.replace(/\.\d$/, "")))], [...lessonOrder]);
  assert.deepEqual(exercises().slice(0, 2), ["images-and-dense-layers.1", "images-and-dense-layers.2"]);
});

test("exercise(id) names the way out where there is none of that name", () => {
  const cases: [id: string, said: RegExp][] = [
    ["convolution.7", /^Cannot find exercise "convolution\.7": convolution has 6, as in "convolution\.1"\.$/],
    ["convolution.0", /convolution has 6/],
    ["convolution", /the lessons are images-and-dense-layers, convolution,/],
    ["02.1", /go by their lesson's name, since numbers may change/],
    ["", /the lessons are/],
    ["constructor.1", /the lessons are/],
  ];
  for (const [id, said] of cases)
    assert.throws(() => exercise(id), { name: "RangeError", message: said }, id);
});

test("exercise(id).check(answer) displays its verdict, and returns it for code to read", () => {
  withKernel(({ sent }) => {
    const verdict = exercise("mnist-cnn.2").check(51264);
    assert.deepEqual(verdict, { ok: true, message: verdict.message });
    assert.equal(sent.length, 1);
    assert.match(String(sent[0]?.data["text/plain"]), /^✓ 06\.2 .*\nRight\. /);
    exercise("mnist-cnn.2").check(1600);
    assert.match(String(sent[1]?.data["text/plain"]), /^✗ 06\.2 .*\nNot yet\. /);
    exercise("mnist-cnn.2").check(undefined);
    assert.match(String(sent[2]?.data["text/plain"]), /^… 06\.2 .*\nNot tried yet\. /);
    assert.equal(inspect(verdict), "right");
  });
  assert.equal(printed(() => exercise("mnist-cnn.2").check(51264)).length, 1);
});

test("exercise(id).hint() gives one hint, then two", () => {
  withKernel(({ sent }) => {
    exercise("mnist-cnn.3").hint();
    const before = sent.length;
    exercise("mnist-cnn.3").hint();
    exercise("mnist-cnn.3").hint();
    assert.deepEqual(
      sent.slice(before).map(({ data }) => /hint \d of 2/.exec(String(data["text/plain"]))?.[0]),
      ["hint 1 of 2", "hint 2 of 2", "hint 1 of 2", "hint 2 of 2"],
    );
  });
});

test("exercise(id).solution() shows code as code, escaped", () => {
  withKernel(({ sent }) => {
    exercise("mnist-cnn.4").solution();
    const html = String(sent[0]?.data["text/html"]);
    assert.match(html, /<pre[^>]*>function dropout/);
    assert.match(html, /=&gt;/);
    assert.doesNotMatch(html, /```|<script/);
  });
});

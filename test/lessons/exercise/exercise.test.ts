import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import type { Verdict } from "../../../src/lessons/exercise/content.js";
import { exercise, exercises } from "../../../src/lessons/exercise/exercise.js";
import { lessonOrder } from "../../../src/lessons/order.js";
import { isShown } from "../../../src/notebook/alreadyShown.js";
import { kernelSymbol, type NotebookKernel } from "../../../src/notebook/kernel.js";
import { type FakeKernel, printed, withKernel } from "../../notebook/fakeKernel.js";

process.env.CONVLAB_PROGRESS = mkdtempSync(join(tmpdir(), "convlab-progress-"));

const textsOf = ({ sent }: FakeKernel) => sent.map(({ data }) => String(data["text/plain"]));

test("exercises() lists the names in the order of the lessons", () => {
  assert.deepEqual([...new Set(exercises().map((id) => id.replace(/\.\d+$/, "")))], [...lessonOrder]);
  assert.deepEqual(exercises().slice(0, 2), ["images-and-dense-layers.1", "images-and-dense-layers.2"]);
});

test("exercise(id) names the way out where there is none of that name", () => {
  const cases: [id: string, said: RegExp][] = [
    ["convolution.7", /^Cannot find exercise "convolution\.7": convolution has 6, as in "convolution\.1"\.$/],
    ["convolution.0", /convolution has 6/],
    ["convolution", /the lessons are images-and-dense-layers, how-a-network-learns,/],
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
    assert.match(String(sent[0]?.data["text/plain"]), /^✓ 07\.2 .*\nRight\. /);
    exercise("mnist-cnn.2").check(1600);
    assert.match(String(sent[1]?.data["text/plain"]), /^✗ 07\.2 .*\nNot yet\. /);
    exercise("mnist-cnn.2").check(undefined);
    assert.match(String(sent[2]?.data["text/plain"]), /^… 07\.2 .*\nNot tried yet\. /);
    assert.equal(inspect(verdict), "right");
    assert.equal(isShown(verdict), true, "printed, it would say the same a second time");
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
    exercise("pooling.4").solution();
    const html = String(sent[0]?.data["text/html"]);
    assert.match(html, /<pre[^>]*>const mended/);
    assert.match(html, /=&gt;/);
    assert.doesNotMatch(html, /```|<script/);
  });
});

test("a card names what one can do next, until the answer is right", () => {
  withKernel((kernel) => {
    const one = exercise("pooling.3");
    const last = () => textsOf(kernel).at(-1) ?? "";
    one.check(undefined);
    assert.match(
      last(),
      /\n`exercise\("pooling\.3"\)\.hint\(\)` helps, again `\.hint\(\)` helps more, and `\.solution\(\)`/,
    );
    one.check(2);
    assert.match(last(), /^✗ .*\nNot yet\. .*\n`exercise\("pooling\.3"\)\.hint\(\)` helps/);
    one.hint();
    assert.match(last(), /hint 1 of 2\n.*\nAgain `exercise\("pooling\.3"\)\.hint\(\)` gives the second hint/);
    one.check(4);
    assert.match(
      last(),
      /\nAgain `exercise\("pooling\.3"\)\.hint\(\)` gives the second hint; then there is `\.solution\(\)`/,
    );
    one.hint();
    assert.match(last(), /hint 2 of 2\n.*\n`exercise\("pooling\.3"\)\.solution\(\)` shows how it is done/);
    one.check(8);
    assert.doesNotMatch(last(), /hint|solution/);
    assert.doesNotMatch(one.check(2).message, /\.hint\(\)/, "the verdict itself is about the answer");
  });
});

test("for a function that returns promises check(answer) returns a promise, and shows the card when it is there", async () => {
  const place = globalThis as { [kernelSymbol]?: NotebookKernel };
  const cards: string[] = [];
  place[kernelSymbol] = { display: ({ data }) => cards.push(String(data["text/plain"])) };
  try {
    const right = async (image: number[][], kernel: number[][]) => crossCorrelate(image, kernel);
    const later: Promise<Verdict> = exercise("convolution.2").check(right);
    assert.ok(later instanceof Promise);
    assert.equal(cards.length, 0);
    assert.equal((await later).ok, true);
    assert.match(cards[0] ?? "", /^✓ 03\.2 /);
    const failing: Promise<Verdict> = exercise("convolution.2").check(() =>
      Promise.reject(new Error("not now")),
    );
    assert.match((await failing).message, /it threw: not now/);
    assert.equal(cards.length, 2);
  } finally {
    delete place[kernelSymbol];
  }
});

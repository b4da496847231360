import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { progress } from "../../src/notebook/progress.js";
import { printed, withKernel } from "./fakeKernel.js";

beforeEach(() => mock.timers.enable({ apis: ["Date", "setTimeout"] }));
afterEach(() => mock.timers.reset());

const textOf = (sent: { data: { "text/plain"?: string | object } } | undefined) => sent?.data["text/plain"];

test("progress(label, total) shows count, rate, time left and the note, in one output", () => {
  withKernel(({ sent }) => {
    const bar = progress("Training", 60000);
    mock.timers.tick(10000);
    bar.update(12000, "loss 0.21");
    assert.equal(textOf(sent[0]), "Training: 0 of 60,000 (0%)");
    // 12,000 in 10 s are 1,200 a second, so 48,000 more take 40 s.
    assert.equal(
      textOf(sent[1]),
      "Training: 12,000 of 60,000 (20%) · 1,200 a second · 40 s left · loss 0.21",
    );
    mock.timers.tick(40000);
    bar.update(60000);
    bar.done();
    assert.equal(textOf(sent.at(-1)), "Training: 60,000 of 60,000 (100%) · 1,200 a second · 50 s");
    assert.equal(new Set(sent.map(({ transient }) => transient.display_id)).size, 1);
    assert.deepEqual(
      sent.map(({ update }) => update),
      [false, true, true, true],
    );
    assert.match(String(sent[1]?.data["text/html"]), /<progress value="12000" max="60000"/);
  });
});

test("progress.update(done) draws at most five times a second, and the last of a burst", () => {
  withKernel(({ sent }) => {
    const bar = progress("Reading", 1000);
    for (let done = 1; done <= 1000; done++) {
      mock.timers.tick(1);
      bar.update(done);
    }
    assert.ok(sent.length <= 1 + 5, `${sent.length} drawings in a second`);
    mock.timers.tick(200);
    assert.match(String(textOf(sent.at(-1))), /^Reading: 1,000 of 1,000/);
  });
});

test("progress.done() leaves the bar where it stands, and nothing after it counts", () => {
  withKernel(({ sent }) => {
    const bar = progress("Training", 10);
    mock.timers.tick(3000);
    bar.update(4);
    bar.done();
    bar.update(9);
    bar.done();
    mock.timers.tick(1000);
    assert.equal(textOf(sent.at(-1)), "Training: 4 of 10 (40%) · 1.33 a second · stopped after 3.0 s");
    assert.equal(sent.length, 3);
  });
});

test("progress.update(done) keeps within the total and ignores what is not a number", () => {
  withKernel(({ sent }) => {
    const bar = progress("x", 10);
    for (const done of [25, Number.NaN, -3]) {
      mock.timers.tick(500);
      bar.update(done);
    }
    assert.deepEqual(
      sent.slice(1).map((one) => /\d+ of 10/.exec(String(textOf(one)))?.[0]),
      ["10 of 10", "10 of 10", "0 of 10"],
    );
  });
});

test("progress(label, total) escapes what it is given in HTML", () => {
  withKernel(({ sent }) => {
    progress("<b>", 1);
    assert.doesNotMatch(String(sent[0]?.data["text/html"]), /<b>/);
  });
});

test("progress(label, total) is silent in a program without a terminal", () => {
  const lines = printed(() => {
    const bar = progress("x", 2);
    bar.update(1);
    bar.done();
  });
  assert.deepEqual(lines, []);
});

test("progress(label, 0) is complete at once; a total that is none is refused", () => {
  withKernel(({ sent }) => {
    progress("nothing", 0).done();
    assert.match(String(textOf(sent.at(-1))), /0 of 0 \(100%\)/);
  });
  for (const total of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => progress("x", total), /^RangeError: Cannot show progress of "x": total is .*\.$/);
  }
});

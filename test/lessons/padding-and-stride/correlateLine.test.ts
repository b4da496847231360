import assert from "node:assert/strict";
import { test } from "node:test";
import { outputLength } from "../../../src/arithmetic/window.js";
import { correlateLine } from "../../../src/lessons/padding-and-stride/correlateLine.js";
import { randomLines } from "../../../src/lessons/padding-and-stride/randomLines.js";

test("correlateLine(pixels, weights, slide) gives the sums of the lesson's drawing", () => {
  const line = [1, 2, 3, 4, 5];
  assert.deepEqual(correlateLine(line, [1, 1, 1]), [6, 9, 12]);
  assert.deepEqual(correlateLine(line, [1, 1, 1], { padding: "same" }), [3, 6, 9, 12, 9]);
  assert.deepEqual(correlateLine(line, [1, 0, 10], { stride: 2 }), [31, 53]);
  assert.deepEqual(correlateLine(line, [1, 10], { dilation: 3 }), [41, 52]);
  assert.deepEqual(correlateLine([1, 2], [1, 1], { padding: [1, 0] }), [1, 3]);
});

test("correlateLine(pixels, weights, slide) has as many sums as the formula says", () => {
  for (const { pixels, weights, slide } of randomLines(50, 4))
    assert.equal(
      correlateLine(pixels, weights, slide).length,
      outputLength(pixels.length, { kernel: weights.length, ...slide }),
    );
});

test("correlateLine(pixels, weights) refuses a kernel that does not fit, and pixels that are no numbers", () => {
  assert.throws(() => correlateLine([1, 2], [1, 1, 1]), /^RangeError: Cannot .*it does not fit/);
  assert.throws(() => correlateLine([1, Number.NaN], [1]), /^RangeError: Cannot cross-correlate/);
});

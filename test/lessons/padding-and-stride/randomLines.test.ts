import assert from "node:assert/strict";
import { test } from "node:test";
import { randomLines } from "../../../src/lessons/padding-and-stride/randomLines.js";

test("randomLines(count, seed) draws kernels that fit, and reaches every limit", () => {
  const cases = randomLines(2_000, 1);
  assert.equal(cases.length, 2_000);
  const most = { pixels: 0, weights: 0, stride: 0, dilation: 0 };
  const paddings = new Set<unknown>();
  for (const { pixels, weights, slide } of cases) {
    const { stride, dilation, padding } = slide;
    assert.ok((weights.length - 1) * dilation + 1 <= pixels.length);
    assert.ok(stride === 1 || dilation === 1, "TensorFlow refuses both");
    assert.ok([...pixels, ...weights].every((value) => Number.isInteger(value) && Math.abs(value) <= 9));
    most.pixels = Math.max(most.pixels, pixels.length);
    most.weights = Math.max(most.weights, weights.length);
    most.stride = Math.max(most.stride, stride);
    most.dilation = Math.max(most.dilation, dilation);
    paddings.add(padding);
  }
  assert.deepEqual(most, { pixels: 40, weights: 7, stride: 4, dilation: 3 });
  assert.deepEqual([...paddings].sort(), ["full", "same", "valid"]);
});

test("randomLines(count, seed) repeats itself, differs with the seed, and refuses no count", () => {
  assert.deepEqual(randomLines(3, 5), randomLines(3, 5));
  assert.notDeepEqual(randomLines(3, 5), randomLines(3, 6));
  assert.throws(() => randomLines(0, 1), /^RangeError: Cannot draw lines: count is 0/);
});

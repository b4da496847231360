import assert from "node:assert/strict";
import { test } from "node:test";
import { meanInterval } from "../../../src/arithmetic/statistics/meanInterval.js";
import { drawnKernel, noiseImage, square } from "../../../src/lessons/convolution/drawn.js";

test("drawnKernel(seed, side) draws the same kernel for the same seed, around zero", () => {
  assert.deepEqual(drawnKernel(1), drawnKernel(1));
  assert.notDeepEqual(drawnKernel(1), drawnKernel(2));
  assert.deepEqual(
    drawnKernel(1).map((row) => row.length),
    [3, 3, 3],
  );
  const many = drawnKernel(3, 40).flat();
  const { low, high } = meanInterval(many, 0.999);
  assert.ok(low < 0 && high > 0);
  const square = many.reduce((sum, weight) => sum + weight ** 2, 0) / many.length;
  assert.ok(Math.abs(square - 1) < 0.15, `mean square ${square}`);
  assert.throws(() => drawnKernel(1, 0), /^RangeError: Cannot draw a kernel.*side/);
});

test("noiseImage(seed) has 28x28 pixels from 0 to 1", () => {
  const pixels = noiseImage(5).flat();
  assert.equal(pixels.length, 784);
  assert.ok(pixels.every((pixel) => pixel >= 0 && pixel < 1));
  assert.ok(new Set(pixels).size > 700, "each pixel by itself");
});

test("square(side, next) is filled row by row", () => {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  assert.deepEqual(square(2, next), [
    [1, 2],
    [3, 4],
  ]);
});

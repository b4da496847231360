import assert from "node:assert/strict";
import { test } from "node:test";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { coarsen } from "../../../src/lessons/pooling/coarsen.js";

const image = [
  [0, 10, 200, 0],
  [20, 31, 0, 0],
  [255, 255, 1, 2],
  [255, 255, 3, 4],
];
const digits = digitsFrom([image, image.map((row) => [...row].reverse())], [7, 3]);

test("coarsen(digits, 2) gives every 2x2 block its mean, rounded, at the old size", () => {
  assert.deepEqual(digitAt(coarsen(digits, 2), 0), [
    [15, 15, 50, 50],
    [15, 15, 50, 50],
    [255, 255, 3, 3],
    [255, 255, 3, 3],
  ]);
});

test('coarsen(digits, 2, "max") gives it its maximum', () => {
  assert.deepEqual(digitAt(coarsen(digits, 2, "max"), 1), [
    [200, 200, 31, 31],
    [200, 200, 31, 31],
    [4, 4, 255, 255],
    [4, 4, 255, 255],
  ]);
});

test("coarsen keeps labels and size, changes nothing in place, and does nothing with factor 1", () => {
  const copy = digits.pixels.slice();
  const { count, height, width, labels } = coarsen(digits, 4);
  assert.deepEqual(
    { count, height, width, labels: [...labels] },
    { count: 2, height: 4, width: 4, labels: [7, 3] },
  );
  assert.deepEqual(coarsen(digits, 1), digits);
  assert.deepEqual(digits.pixels, copy);
});

test("coarsen refuses a factor that leaves a rest", () => {
  for (const factor of [3, 0, -2, 1.5, 8, Number.NaN]) {
    assert.throws(
      () => coarsen(digits, factor),
      /^RangeError: Cannot coarsen 4x4 pixels by .*Give a common divisor/,
    );
  }
});

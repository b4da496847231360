import assert from "node:assert/strict";
import { test } from "node:test";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { enlargedDigits } from "../../../src/lessons/padding-and-stride/enlargedDigits.js";

test("enlargedDigits(digits, side) draws digits larger in whole grays, and keeps their labels", () => {
  const digits = digitsFrom([[[0, 9], [0, 9]], [[5, 5], [5, 5]]], [4, 6]); // biome-ignore format: two images
  const larger = enlargedDigits(digits, 4);
  assert.deepEqual([larger.count, larger.height, larger.width, ...larger.labels], [2, 4, 4, 4, 6]);
  assert.deepEqual(
    digitAt(larger, 0),
    [0, 1, 2, 3].map(() => [0, 2, 7, 9]),
  );
  assert.deepEqual(
    digitAt(larger, 1),
    [0, 1, 2, 3].map(() => [5, 5, 5, 5]),
  );
});

test("enlargedDigits(digits, side) refuses a smaller side", () => {
  assert.throws(() => enlargedDigits(digitsFrom([[[0, 9]]], [4]), 0), /^RangeError: Cannot enlarge a map/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { tightCrops } from "../../../src/lessons/padding-and-stride/tightCrops.js";

const blank = (side: number) => Array.from({ length: side }, () => new Array<number>(side).fill(0));

test("tightCrops(digits, side) puts the ink into the middle and keeps labels", () => {
  const image = blank(6);
  (image[4] as number[])[1] = 9;
  (image[5] as number[])[1] = 7; // ink of 2x1
  const cropped = tightCrops(digitsFrom([image], [3]), 4);
  assert.deepEqual([cropped.count, cropped.height, cropped.width, cropped.labels[0]], [1, 4, 4, 3]);
  assert.deepEqual(digitAt(cropped, 0), [
    [0, 0, 0, 0],
    [0, 9, 0, 0],
    [0, 7, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test("tightCrops(digits, side) keeps the middle of ink that is too large", () => {
  const image = [[1, 2, 3, 4, 5]];
  assert.deepEqual(digitAt(tightCrops(digitsFrom([image], [0]), 3), 0), [
    [0, 0, 0],
    [2, 3, 4],
    [0, 0, 0],
  ]);
});

test("tightCrops(digits, side) refuses what it cannot do", () => {
  assert.throws(() => tightCrops(digitsFrom([blank(3)], [0])), /^RangeError: Cannot crop to the ink/);
  for (const side of [0, 1.5, Number.NaN])
    assert.throws(
      () => tightCrops(digitsFrom([[[1]]], [0]), side),
      /^RangeError: Cannot crop digits: side is/,
    );
});

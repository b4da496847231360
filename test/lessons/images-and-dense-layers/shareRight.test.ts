import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom, take } from "../../../src/images/digits/digits.js";
import { shareRight } from "../../../src/lessons/images-and-dense-layers/shareRight.js";

const four = digitsFrom([[[0, 255]], [[51, 0]], [[255, 255]], [[0, 0]]], [1, 0, 2, 5]);

test("shareRight(digits, reader) counts the labels that the reader finds", () => {
  assert.equal(
    shareRight(four, (pixels) => Math.round(pixels.reduce((sum, ink) => sum + ink, 0))),
    0.75,
  );
  assert.equal(
    shareRight(four, () => 7),
    0,
  );
});

test("shareRight gives the reader the pixels of one image after another, from 0 to 1", () => {
  const seen: (readonly number[])[] = [];
  shareRight(four, (pixels) => seen.push(pixels));
  assert.deepEqual(seen, [
    [0, 1],
    [0.2, 0],
    [1, 1],
    [0, 0],
  ]);
});

test("shareRight refuses an empty set", () => {
  assert.throws(() => shareRight(take(four, 0, 0), () => 0), /^RangeError: Cannot read digits/);
});

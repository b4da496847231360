import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { borderBaselines } from "../../../src/lessons/padding-and-stride/borderBaselines.js";

const train = digitsFrom([[[0, 8]], [[0, 12]], [[0, 10]], [[90, 0]]], [3, 3, 3, 7]);

test("borderBaselines(train, test) counts what the most frequent digit and the nearest mean image read right", () => {
  const test = digitsFrom([[[0, 40]], [[50, 0]], [[60, 10]], [[0, 0]]], [3, 7, 7, 7]);
  assert.deepEqual(borderBaselines(train, test), {
    "one of ten at random": 0.1,
    "always 3, the most frequent": 0.25,
    "the nearest mean image": 0.75, // an empty image is nearer to the paler 3
  });
});

test("borderBaselines(train, test) refuses images of another size", () => {
  assert.throws(
    () => borderBaselines(train, digitsFrom([[[1]]], [3])),
    /^RangeError: Cannot compare 1 feature/,
  );
});

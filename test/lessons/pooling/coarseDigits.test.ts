import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { coarseDigits } from "../../../src/lessons/pooling/coarseDigits.js";

const digits = digitsFrom(
  Array.from({ length: 7 }, (_, index) => Array.from({ length: 4 }, (_, y) => [0, 9, y, 30 * index])),
  Array(7).fill(0),
);

test("coarseDigits(digits, factors) shows five digits at each coarseness, named by the blocks that are left", () => {
  const { description } = coarseDigits(digits, [1, 2, 4]);
  assert.match(description, /^15 images of 4 x 4 pixels: 4 x 4; 4 x 4; 4 x 4; 4 x 4; 4 x 4; 2 x 2;/);
  assert.throws(() => coarseDigits(digits, [3]), /^RangeError: Cannot coarsen 4x4 pixels by 3/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Digits } from "../../../src/images/digits/digits.js";
import { shift } from "../../../src/images/digits/shift.js";

// Two images of 2x3 pixels.
const two: Digits = {
  count: 2,
  height: 2,
  width: 3,
  pixels: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  labels: Uint8Array.from([0, 1]),
};

// rows columns  pixels
const cases = [
  [0, 0, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  [1, 0, [0, 0, 0, 1, 2, 3, 0, 0, 0, 7, 8, 9]],
  [-1, 0, [4, 5, 6, 0, 0, 0, 10, 11, 12, 0, 0, 0]],
  [0, 1, [0, 1, 2, 0, 4, 5, 0, 7, 8, 0, 10, 11]],
  [0, -2, [3, 0, 0, 6, 0, 0, 9, 0, 0, 12, 0, 0]],
  [1, -1, [0, 0, 0, 2, 3, 0, 0, 0, 0, 8, 9, 0]],
  [2, 0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  [0, 3, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  [-5, 9, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
] as const;

test("shift(digits, by) moves every image and fills up with background", () => {
  for (const [rows, columns, pixels] of cases) {
    const moved = shift(two, { rows, columns });
    assert.deepEqual([...moved.pixels], pixels, JSON.stringify({ rows, columns }));
  }
  assert.deepEqual([...two.pixels], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "the original stays");
});

test("shift(digits, by) refuses parts of pixels", () => {
  assert.throws(() => shift(two, { rows: 0.5, columns: 0 }), /^RangeError: Cannot shift digits: rows is 0.5/);
});

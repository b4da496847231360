import assert from "node:assert/strict";
import { test } from "node:test";
import { asSquare } from "../../../src/lessons/images-and-dense-layers/asSquare.js";

test("asSquare(values) cuts a row into as many rows as each is long", () => {
  assert.deepEqual(asSquare(Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9])), [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
});

test("asSquare refuses what makes no square", () => {
  for (const values of [[], [1, 2, 3]])
    assert.throws(() => asSquare(values), /^RangeError: Cannot make a square of \d numbers/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOfLargest } from "../../src/arithmetic/largest.js";

test("indexOfLargest(values, from, count) is the first of the largest, counted from there", () => {
  assert.equal(indexOfLargest([3]), 0);
  assert.equal(indexOfLargest([1, 9, 2, 9]), 1);
  assert.equal(indexOfLargest(Float32Array.of(-3, -1, -2)), 1);
  const table = [9, 1, 2, /* row 1 */ 4, 6, 5];
  assert.equal(indexOfLargest(table, 3), 1);
  assert.equal(indexOfLargest(table, 1, 2), 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, standardError } from "../../src/arithmetic/statistics.js";

test("mean(values) is their sum divided by their count", () => {
  assert.equal(mean([3]), 3);
  assert.equal(mean([1, 2, 6]), (1 + 2 + 6) / 3);
  assert.throws(() => mean([]), RangeError);
});

test("standardError(values) is the deviation with n - 1 divided by the root of n", () => {
  // Deviations from 5: -3, -1, -1, -1, 0, 0, 2, 4; squares add up to 32; 32 / 7 / 8 = 4 / 7.
  assert.ok(Math.abs(standardError([2, 4, 4, 4, 5, 5, 7, 9]) - Math.sqrt(4 / 7)) < 1e-12);
  assert.equal(standardError([2, 2, 2]), 0);
  assert.throws(() => standardError([1]), RangeError);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { correlation, mean, median, standardError } from "../../../src/arithmetic/statistics/statistics.js";

test("mean(values) is their sum divided by their count", () => {
  assert.equal(mean([3]), 3);
  assert.equal(mean([1, 2, 6]), (1 + 2 + 6) / 3);
  assert.throws(() => mean([]), RangeError);
});

test("median(values) is the middle one, of an even count the mean of both", () => {
  assert.equal(median([10, 1, 2]), 2);
  assert.equal(median([10, 1, 2, 4]), 3);
  assert.throws(() => median([]), /^RangeError: Cannot take the median: there is no number/);
});

test("standardError(values) is the deviation with n - 1 divided by the root of n", () => {
  // Deviations from 5: -3, -1, -1, -1, 0, 0, 2, 4; squares add up to 32; 32 / 7 / 8 = 4 / 7.
  assert.ok(Math.abs(standardError([2, 4, 4, 4, 5, 5, 7, 9]) - Math.sqrt(4 / 7)) < 1e-12);
  assert.equal(standardError([2, 2, 2]), 0);
  assert.throws(() => standardError([1]), RangeError);
});

test("correlation(first, second) is 1, -1 or between", () => {
  assert.ok(Math.abs(correlation([1, 2, 3], [10, 20, 30]) - 1) < 1e-12);
  assert.ok(Math.abs(correlation([1, 2, 3], [6, 4, 2]) + 1) < 1e-12);
  // Deviations -1, 0, 1 and 1, -2, 1: their products add up to 0.
  assert.ok(Math.abs(correlation([1, 2, 3], [5, 2, 5])) < 1e-12);
  // Deviations -1.5, -0.5, 0.5, 1.5 and -1, 1, -1, 1: products 2 over roots of 5 and 4.
  assert.ok(Math.abs(correlation([1, 2, 3, 4], [1, 3, 1, 3]) - 2 / Math.sqrt(20)) < 1e-12);
  assert.throws(() => correlation([1, 2], [1]), /^RangeError: Cannot correlate 2 with 1/);
  assert.throws(
    () => correlation([1, 1], [1, 2]),
    /^RangeError: Cannot correlate numbers that are all alike/,
  );
});

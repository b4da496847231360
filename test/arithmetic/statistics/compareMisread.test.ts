import assert from "node:assert/strict";
import { test } from "node:test";
import { compareMisread } from "../../../src/arithmetic/statistics/compareMisread.js";

test("compareMisread(first, second) counts the digits that one misreads more often", () => {
  // Digit 1: 1 of 2 against 0 of 1. Digit 2: both always. Digit 3: 1 of 2 against 1 of 1. Digit 4: 2 of 2 against none.
  const found = compareMisread(
    [
      [1, 2, 4],
      [2, 3, 4],
    ],
    [[2, 3]],
  );
  assert.deepEqual([found.worseInFirst, found.worseInSecond], [2, 1]);
  assert.equal(found.chance, 1);
  assert.deepEqual(compareMisread([[7], [7], []], [[7], [7], [], [7], [7], []]), {
    worseInFirst: 0,
    worseInSecond: 0,
    chance: 1,
  });
});

test("compareMisread(first, second) is sure when many digits point one way", () => {
  const twenty = Array.from({ length: 20 }, (_, digit) => digit);
  const { worseInFirst, worseInSecond, chance } = compareMisread([twenty], [[]]);
  assert.deepEqual([worseInFirst, worseInSecond], [20, 0]);
  assert.ok(Math.abs(chance - 2 / 2 ** 20) < 1e-12);
});

test("compareMisread(first, second) refuses a network without runs", () => {
  assert.throws(() => compareMisread([], [[1]]), /^RangeError: Cannot compare networks: there is no run/);
});

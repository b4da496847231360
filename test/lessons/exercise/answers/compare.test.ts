import assert from "node:assert/strict";
import { test } from "node:test";
import { allNear, near, sameMatrix } from "../../../../src/lessons/exercise/answers/compare.js";

test("near(value, wanted) takes rounding of fractions, and whole numbers as whole numbers", () => {
  const cases: [value: number, wanted: number, same: boolean][] = [
    [0.33333, 1 / 3, true],
    [0.333, 1 / 3, false],
    [Math.fround(7.6), 7.6, true],
    [51264, 51264, true],
    [51264.01, 51264, false],
    [24.002, 24, false],
    [Math.fround(8 / 0.75) * 0.75, 8, true],
    [0.1 + 0.2 + 0.7, 1, true],
    [0, -0, true],
    [Number.NaN, 1, false],
    [Number.POSITIVE_INFINITY, 1, false],
    [1, Number.NaN, false],
  ];
  for (const [value, wanted, same] of cases)
    assert.equal(near(value, wanted), same, `${value} and ${wanted}`);
  assert.equal(near(-0.22, -2 / 9, 2.5e-3), true);
});

test("allNear and sameMatrix want the same size", () => {
  assert.equal(allNear([1, 2], [1, 2]), true);
  assert.equal(allNear([1, 2, 3], [1, 2]), false);
  assert.equal(allNear([1], [1, 2]), false);
  assert.equal(sameMatrix([[1, 2]], [[1, 2]]), true);
  assert.equal(sameMatrix([[1, 2], [3, 4]], [[1, 2]]), false); // biome-ignore format: short
  assert.equal(sameMatrix([[1, 2, 3]], [[1, 2]]), false);
});

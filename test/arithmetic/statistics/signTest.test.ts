import assert from "node:assert/strict";
import { test } from "node:test";
import { signTest } from "../../../src/arithmetic/statistics/signTest.js";

// onlyFirst onlySecond p: worked out by counting ways, 2 x (ways to have so few or fewer) / 2^cases.
const cases = [
  [0, 0, 1],
  [1, 0, 1], // 2 x 1 / 2
  [0, 2, 2 / 4],
  [0, 5, 2 / 32],
  [1, 2, 1],
  [1, 4, (2 * (1 + 5)) / 32],
  [2, 10, (2 * (1 + 12 + 66)) / 4096],
  [10, 2, (2 * (1 + 12 + 66)) / 4096],
  [3, 7, (2 * (1 + 10 + 45 + 120)) / 1024],
  [6, 6, 1],
  [0, 30, 2 / 2 ** 30],
] as const;

test("signTest(onlyFirst, onlySecond) counts both tails", () => {
  for (const [first, second, expected] of cases) {
    const found = signTest(first, second);
    assert.ok(
      Math.abs(found - expected) < 1e-12 * Math.max(1, expected) + 1e-15,
      `${first}, ${second}: ${found}`,
    );
  }
});

test("signTest(onlyFirst, onlySecond) holds for thousands of cases, near the normal distribution", () => {
  // 2,000 cases have a deviation of sqrt(2,000) / 2 = 22.4; with the half step of a count, 1,044 to 956 lies 1.945 deviations out.
  assert.ok(Math.abs(signTest(956, 1044) - 0.0518) < 0.0005);
  assert.ok(signTest(500, 1500) < 1e-100);
});

test("signTest(onlyFirst, onlySecond) refuses what is no count", () => {
  for (const [first, second] of [
    [-1, 2],
    [1.5, 2],
    [2, Number.NaN],
  ] as const) {
    assert.throws(
      () => signTest(first, second),
      /^RangeError: Cannot take the sign test: only(First|Second) is/,
    );
  }
});

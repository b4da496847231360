import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normal, seeded } from "../../../src/arithmetic/random.js";
import { meanInterval } from "../../../src/arithmetic/statistics/meanInterval.js";
import { mean, standardError } from "../../../src/arithmetic/statistics/statistics.js";
import { assertInterval, scipy } from "./scipy.js";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 });
const shares = fc.double({ min: 0.01, max: 0.999, noNaN: true });

test("meanInterval(values, confidence) agrees with SciPy on random samples", () => {
  assert.ok(scipy.means.length >= 50);
  for (const wanted of scipy.means) {
    const largest = Math.max(...wanted.values.map(Math.abs));
    assertInterval(meanInterval(wanted.values, wanted.confidence), wanted, largest);
  }
});

test("meanInterval(values) of three reaches 4.30 standard errors, at 95%", () => {
  // Deviations -1, 0, 1: the standard error is 1 / sqrt(3), and 4.30265 is Student's factor for two degrees of freedom.
  const { low, mean: center, high } = meanInterval([97, 98, 99]);
  assert.equal(center, 98);
  assert.ok(Math.abs(high - (98 + 4.30265 / Math.sqrt(3))) < 1e-4);
  assert.ok(Math.abs(low - (98 - 4.30265 / Math.sqrt(3))) < 1e-4);
  assert.deepEqual(meanInterval([97, 98, 99]), meanInterval([97, 98, 99], 0.95));
  assert.deepEqual(meanInterval(Float64Array.of(97, 98, 99)), meanInterval([97, 98, 99]));
});

test("meanInterval(values) lies around the mean, evenly, and grows with the confidence", () => {
  fc.assert(
    fc.property(numbers, shares, (values, confidence) => {
      const own = meanInterval(values, confidence);
      const wider = meanInterval(values, (1 + confidence) / 2);
      assert.equal(own.mean, mean(values));
      assert.ok(own.low <= own.mean && own.mean <= own.high);
      assert.ok(wider.low <= own.low && own.high <= wider.high);
      const sides = [own.mean - own.low, own.high - own.mean] as const;
      assert.ok(Math.abs(sides[0] - sides[1]) <= 1e-9 * (1 + Math.abs(own.mean) + sides[0]));
    }),
    { seed: 1 },
  );
});

test("meanInterval(values) moves and stretches with its values, and does not heed their order", () => {
  const order = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  fc.assert(
    fc.property(numbers, fc.integer({ min: -50, max: 50 }), (values, step) => {
      const own = meanInterval(values);
      const moved = meanInterval(values.map((value) => step - 2 * value));
      const sorted = meanInterval(order(values));
      const near = 1e-7 * (1 + Math.max(...values.map(Math.abs)) + own.high - own.low);
      for (const [found, wanted] of [
        [moved.low, step - 2 * own.high],
        [moved.high, step - 2 * own.low],
        [sorted.low, own.low],
        [sorted.high, own.high],
      ] as const) {
        assert.ok(Math.abs(found - wanted) <= near, `${found} for ${wanted}`);
      }
    }),
    { seed: 2 },
  );
});

test("meanInterval(values) holds the true mean as often as it says, with three and with ten seeds", () => {
  const random = seeded(3);
  for (const seeds of [3, 10]) {
    let held = 0;
    let heldByTwoErrors = 0;
    for (let round = 0; round < 4000; round++) {
      const values = Array.from({ length: seeds }, () => 5 + 2 * normal(random));
      const { low, high } = meanInterval(values);
      if (low <= 5 && 5 <= high) held++;
      if (Math.abs(mean(values) - 5) <= 2 * standardError(values)) heldByTwoErrors++;
    }
    // A share of 0.95 of 4,000 has a deviation of 0.0034.
    assert.ok(Math.abs(held / 4000 - 0.95) < 0.012, `${held} of 4000 with ${seeds} seeds`);
    if (seeds === 3)
      assert.ok(heldByTwoErrors / 4000 < 0.85, "two standard errors are too few for three seeds");
  }
});

test("meanInterval(values) without any spread is a point", () => {
  assert.deepEqual(meanInterval([2, 2, 2]), { mean: 2, low: 2, high: 2 });
});

test("meanInterval(values, confidence) refuses what tells no spread", () => {
  const cases: readonly (readonly [values: readonly number[], confidence: number, message: string])[] = [
    [[], 0.95, "there are 0 values. Give at least two, one a seed."],
    [[3], 0.95, "there is one value. Give at least two, one a seed."],
    [[1, Number.NaN], 0.95, "value 1 is NaN. Give finite numbers, and leave out runs that failed."],
    [
      [Number.POSITIVE_INFINITY, 2],
      0.95,
      "value 0 is Infinity. Give finite numbers, and leave out runs that failed.",
    ],
  ];
  for (const [values, confidence, message] of cases) {
    assert.throws(
      () => meanInterval(values, confidence),
      new RangeError(`Cannot tell the interval of a mean: ${message}`),
    );
  }
  assert.throws(
    () => meanInterval(["1", "2"] as unknown as number[]),
    /^RangeError: .*: value 0 is 1\. Give/,
  );
  assert.throws(() => meanInterval([1, 2], 95), /^RangeError: Cannot .*confidence is 95\. Give a share/);
});

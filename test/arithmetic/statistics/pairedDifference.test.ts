import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { meanInterval } from "../../../src/arithmetic/statistics/meanInterval.js";
import { pairedDifference } from "../../../src/arithmetic/statistics/pairedDifference.js";
import { assertInterval, scipy } from "./scipy.js";

const pairs = fc
  .integer({ min: 2, max: 20 })
  .chain((length) =>
    fc.tuple(
      ...([1, 2] as const).map(() =>
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: length, maxLength: length }),
      ),
    ),
  ) as fc.Arbitrary<[number[], number[]]>;

test("pairedDifference(a, b, confidence) agrees with SciPy on random samples", () => {
  assert.ok(scipy.pairs.length >= 50);
  const shown = scipy.pairs.filter((wanted) => {
    const found = pairedDifference(wanted.a, wanted.b, wanted.confidence);
    assertInterval(found, wanted, Math.max(...[...wanted.a, ...wanted.b].map(Math.abs)));
    assert.equal(found.n, wanted.a.length);
    assert.equal(found.shown, wanted.shown, JSON.stringify(wanted));
    return found.shown;
  });
  assert.ok(shown.length > 10 && shown.length < scipy.pairs.length - 10, `${shown.length} shown`);
});

test("pairedDifference(a, b) is a minus b, seed by seed", () => {
  // Differences 3, 4, 3; their mean is 10 / 3, their deviations -1/3, 2/3, -1/3, the standard error 1/3.
  const { mean, low, high, n, shown } = pairedDifference([12, 15, 11], [9, 11, 8]);
  assert.ok(Math.abs(mean - 10 / 3) < 1e-12);
  assert.ok(Math.abs(low - (10 - 4.30265) / 3) < 1e-4 && Math.abs(high - (10 + 4.30265) / 3) < 1e-4);
  assert.deepEqual([n, shown], [3, true]);
});

test("pairedDifference(a, b) is not shown while its interval holds zero, its end included", () => {
  assert.equal(pairedDifference([1, 2, 3], [1, 2, 3]).shown, false);
  assert.equal(pairedDifference([3, 4, 1], [2, 2, 3]).shown, false); // differences 1, 2, -2
  assert.equal(pairedDifference([2, 3], [1, 2]).shown, true); // 1 each time
  assert.equal(pairedDifference([1, 2], [2, 3]).shown, true); // -1 each time
  // The same numbers but for the rounding of the last binary digit.
  assert.deepEqual(pairedDifference([0.1 + 0.2, 0.1 + 0.2], [0.3, 0.3]), {
    ...{ mean: 0, low: 0, high: 0, n: 2, shown: false },
  });
});

test("pairedDifference(a, b) is the interval of the differences, and turns round with its lists", () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const found = pairedDifference(a, b);
      const { mean, low, high, shown, n } = found;
      const differences = a.map((value, index) => value - (b[index] as number));
      assert.deepEqual({ mean, low, high }, meanInterval(differences));
      assert.deepEqual([n, shown], [a.length, !(low <= 0 && 0 <= high)]);
      const turned = pairedDifference(b, a);
      for (const [one, other] of [
        [turned.mean, -mean],
        [turned.low, -high],
        [turned.high, -low],
      ] as const)
        assert.ok(Math.abs(one - other) < 1e-9 * (1 + Math.abs(one)));
      assert.equal(turned.shown, shown);
    }),
    { seed: 1 },
  );
});

test("pairedDifference(a, b) forgets what both of a pair share", () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 0, max: 500 }), ([a, b], more) => {
      const harder = (values: readonly number[]) => values.map((value, index) => value + more * index);
      assert.deepEqual(pairedDifference(harder(a), harder(b)), pairedDifference(a, b));
    }),
    { seed: 2 },
  );
});

test("pairedDifference(a, b, confidence) refuses what does not pair up or tells no spread", () => {
  const cases: readonly (readonly [a: readonly number[], b: readonly number[], message: string])[] = [
    [[1, 2, 3], [1, 2], "there are 3 numbers in a and 2 in b. Give one each."],
    [[], [], "there are 0 numbers. Give at least two, one a seed."],
    [[1], [2], "there is one number. Give at least two, one a seed."],
    [[1, 2], [1, Number.NaN], "number 1 is NaN. Give finite numbers, and leave out runs that failed."],
  ];
  for (const [a, b, message] of cases) {
    assert.throws(
      () => pairedDifference(a, b),
      new RangeError(`Cannot tell the difference of pairs: ${message}`),
    );
  }
  assert.throws(
    () => pairedDifference([1, 2], [2, 1], 1),
    /^RangeError: Cannot .*confidence is 1\. Give a share/,
  );
});

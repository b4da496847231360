import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { StoredRow } from "../../../src/lessons/results/experiment.js";
import type { Result } from "../../../src/lessons/results/result.js";
import { verdictsOf } from "../../../src/lessons/results/verdicts.js";

const row = (arm: string, seed: number, result: Result): StoredRow => ({
  name: `${arm}, seed ${seed}`,
  configuration: { arm },
  seed,
  result,
  weights: `${arm} ${seed}`,
  seconds: 1,
  versions: {},
  commit: "c",
  sha256: "s",
});
const rows = [
  ...[12, 15, 11].map((score, at) => row("a", at + 1, { score, kept: 1, both: [score, 2 * score] })),
  // In another order of seeds, and with one more.
  ...[3, 1, 2, 4].map((seed) => row("b", seed, { score: [9, 11, 8, 100][seed - 1] as number, kept: 2 })),
];
const near = (found: object | undefined, expected: Readonly<Record<string, unknown>>) => {
  for (const [key, value] of Object.entries(expected)) {
    const has = (found as Record<string, unknown> | undefined)?.[key];
    if (typeof value !== "number") assert.deepEqual(has, value, key);
    else assert.ok(Math.abs(Number(has) - value) < 0.005, `${key}: ${has}, expected ${value}`);
  }
};

describe("verdictsOf", () => {
  it("verdictsOf pairs arms by their seeds, and tells each mean of its own rows", () => {
    const plan = { comparisons: [{ first: "a", second: "b", measure: "score" }] };
    const [a, b, difference, more] = verdictsOf(plan, rows);
    near(a, { first: "a", second: undefined, n: 3, mean: 12.667, low: 7.495, high: 17.838, percent: false });
    near(b, { first: "b", n: 4, mean: 32 });
    near(difference, { first: "a", second: "b", n: 3, mean: 3.333, low: 1.899, high: 4.768, shown: true });
    assert.equal(more, undefined);
  });

  it("verdictsOf compares with a number, with another number of the same rows, and says when zero is held", () => {
    const comparisons = [
      { first: "a", second: 12, measure: "score" },
      {
        first: "a",
        second: "a",
        measure: "twice",
        of: ({ both }: Result) => (both as number[])[1] as number,
        secondOf: ({ both }: Result) => (both as number[])[0] as number,
      },
    ];
    const found = verdictsOf({ comparisons }, rows).filter(({ second }) => second !== undefined);
    near(found[0], { second: 12, mean: 0.667, low: -4.504, high: 5.838, shown: false });
    near(found[1], { second: "a", mean: 12.667, shown: true });
  });

  it("verdictsOf takes the best of several by what was kept aside, and names it", () => {
    const best = { name: "best", among: ["a", "b"], by: "kept" };
    const [found] = verdictsOf({ means: [{ arms: [best], measure: "score" }] }, rows);
    near(found, { first: "best (b)", n: 4, mean: 32 });
  });

  it("verdictsOf leaves out what is not measured yet", () => {
    const none = rows.filter(({ name }) => name.startsWith("a"));
    const best = { name: "best", among: ["a", "b"], by: "kept" };
    const plan = {
      means: [{ arms: ["b", best], measure: "score" }],
      comparisons: [
        { first: "a", second: "b", measure: "score" },
        { first: best, second: "a", measure: "score" },
      ],
    };
    assert.deepEqual(verdictsOf(plan, none), []);
    assert.deepEqual(verdictsOf(plan, []), []);
    assert.deepEqual(verdictsOf({}, rows), []);
  });

  it("verdictsOf tells one seed without an interval, an arm that is compared twice once, and shares in percent", () => {
    const comparison = {
      first: "a",
      second: "b",
      measure: "testAccuracy",
      of: ({ score }: Result) => Number(score),
    };
    const found = verdictsOf({ comparisons: [comparison, { ...comparison, second: 12 }] }, rows);
    assert.deepEqual(
      found.map(({ first, second, percent }) => [first, second, percent]),
      [["a", undefined, true], ["b", undefined, true], ["a", "b", true], ["a", 12, true]],
    ); // biome-ignore format: four of them
    const [one] = verdictsOf({ means: [{ arms: ["a"], measure: "score" }] }, rows.slice(0, 1));
    assert.deepEqual(one, { measure: "score", first: "a", percent: false, n: 1, mean: 12 });
  });

  it("verdictsOf refuses what is no number of the result", () => {
    assert.throws(() => verdictsOf({ means: [{ arms: ["a"], measure: "both" }] }, rows), {
      name: "Error",
      message: /^Cannot compare by both: row "a, seed 1" has 12,24\. Name a number/,
    });
  });
});

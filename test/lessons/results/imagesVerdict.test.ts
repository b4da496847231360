import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { StoredRow, Verdict } from "../../../src/lessons/results/experiment.js";
import { imagesVerdict } from "../../../src/lessons/results/imagesVerdict.js";
import { verdictsOf } from "../../../src/lessons/results/verdicts.js";

const row = (arm: string, seed: number, testAccuracy: number, misread: number[]): StoredRow => ({
  name: `${arm}, seed ${seed}`,
  configuration: { arm },
  seed,
  result: { testAccuracy, misread },
  weights: `${arm} ${seed}`,
  seconds: 1,
  versions: {},
  commit: "c",
  sha256: "s",
});
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const bySeeds: Verdict = {
  measure: "testAccuracy",
  first: "a",
  second: "b",
  percent: true,
  n: 2,
  mean: 0.01,
  low: 0.005,
  high: 0.015,
  shown: true,
};
/** The first arm misreads two images, the second ten others, in each of two runs. */
const [few, many] = [upTo(2), upTo(10, 50)];
const [first, second] = [
  [row("a", 1, 0.98, few), row("a", 2, 0.98, few)],
  [row("b", 1, 0.97, many), row("b", 2, 0.97, many)],
];

describe("imagesVerdict", () => {
  it("imagesVerdict counts the images that each arm reads better, and is shown where seeds and images agree", () => {
    const { measure, mean, shown, images } = imagesVerdict(bySeeds, first, second, "misread");
    assert.deepEqual([measure, mean, shown], ["images", 8, true]);
    assert.deepEqual([images?.better, images?.worse], [10, 2]);
    assert.ok(Math.abs((images?.chance ?? 0) - 0.0386) < 0.0001);
  });

  it("imagesVerdict is not shown where the seeds show nothing, go the other way, or the split may be chance", () => {
    const shown = (verdict: Verdict, others = second) =>
      imagesVerdict(verdict, first, others, "misread").shown;
    assert.equal(shown({ ...bySeeds, shown: false }), false);
    assert.equal(shown({ ...bySeeds, mean: -0.01 }), false);
    assert.equal(shown(bySeeds, [row("b", 1, 0.97, upTo(5, 50)), row("b", 2, 0.97, upTo(5, 50))]), false);
  });

  it("a comparison that names the list has the images' verdict last, from the seeds that both arms have", () => {
    const rows = [...first, ...second, row("b", 3, 0.5, upTo(500))];
    const comparisons = [{ first: "a", second: "b", measure: "testAccuracy", misread: "misread" }];
    const last = verdictsOf({ comparisons }, rows).at(-1);
    assert.deepEqual([last?.measure, last?.n, last?.images?.better], ["images", 2, 10]);
    const [plain] = comparisons.map(({ misread, ...rest }) => rest);
    assert.equal(verdictsOf({ comparisons: [plain as (typeof comparisons)[0]] }, rows).length, 3);
  });
});

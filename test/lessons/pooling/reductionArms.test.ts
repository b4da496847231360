import assert from "node:assert/strict";
import { test } from "node:test";
import { reductionArms } from "../../../src/lessons/pooling/reductionArms.js";
import type { StoredRow } from "../../../src/lessons/results/experiment.js";

const curve = [[0.8, 0.7], [0.9, 0.9]] as const; // biome-ignore format: two epochs
const row = (arm: string, seed: number, result: object) =>
  ({ name: `${arm}, seed ${seed}`, seed, result }) as unknown as StoredRow;

test("reductionArms(rows, measure) gives one number a seed, in the order of the seeds, under short names", () => {
  const rows = [
    row("max 3, stride 2", 2, { share: 0.4 }),
    row("none", 1, { share: 0.1 }),
    row("max 3, stride 2", 1, { share: 0.3 }),
    row("none", 2, { share: 0.2 }),
  ];
  assert.deepEqual(reductionArms(rows, "share"), [
    { name: "max 3/2", values: [0.3, 0.4] },
    { name: "late mean", values: [0.1, 0.2] },
  ]);
});

test("reductionArms(rows, { steadyAt }) reads the curve, and leaves a name it does not know", () => {
  const [arm] = reductionArms([row("something", 1, { curve })], { steadyAt: 0.85 });
  assert.equal(arm?.name, "something");
  assert.ok(Math.abs((arm?.values[0] ?? 0) - 0.8) < 1e-12);
});

test("reductionArms(rows, measure) refuses a measure that a row lacks", () => {
  const rows = [row("none", 1, { share: 0.1, curve })];
  assert.throws(
    () => reductionArms(rows, "other"),
    /^RangeError: Cannot compare by other: row "none, seed 1" has undefined/,
  );
  assert.throws(() => reductionArms(rows, "curve"), /^RangeError: Cannot compare by curve/);
  assert.throws(
    () => reductionArms([row("none", 1, {})], { steadyAt: 0.9 }),
    /^RangeError: Cannot compare by curve/,
  );
});

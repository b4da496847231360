import assert from "node:assert/strict";
import { test } from "node:test";
import { rungsAsSet, rungsAtBestRate } from "../../../src/lessons/lenet-5/ladderRungs.js";
import type { StoredRow } from "../../../src/lessons/results/experiment.js";

const row = (arm: string, seed: number, kept: number, tested: number) =>
  ({
    name: `${arm}, seed ${seed}`,
    seed,
    configuration: {},
    result: { keptAccuracy: kept, testAccuracy: tested, misread: [seed] },
  }) as unknown as StoredRow;

const rows = [
  ...[1, 2, 3].map((seed) => row("a", seed, 0.9, 0.91)),
  ...[1, 2].map((seed) => row("a, rate times 2", seed, 0.94, 0.9 + seed / 100)),
  ...[1, 2].map((seed) => row("a, rate times 0.5", seed, 0.8, 0.99)), // the test digits have no say
  ...[1, 2, 3].map((seed) => row("b", seed, 0.95, 0.96)),
  // Seed 3 alone is so good: without the seeds of the other rates it does not count.
  ...[1, 2, 3].map((seed) => row("b, rate times 2", seed, seed === 3 ? 1 : 0.94, 0.5)),
  ...[2, 1].map((seed) => row("b, rate times 4", seed, 0.1, 0.1)),
];

test("rungsAtBestRate(rows) chooses by digits kept aside, over seeds that all rates have", () => {
  const [a, b] = rungsAtBestRate(rows);
  assert.deepEqual([a?.name, a?.factor], ["a", 2]);
  assert.deepEqual([b?.name, b?.factor], ["b", 1]);
});

test("rungsAtBestRate(rows) keeps the seeds that all rungs have at their best, in order", () => {
  const [a, b] = rungsAtBestRate(rows);
  assert.deepEqual(a?.values, [0.91, 0.92]);
  assert.deepEqual(b?.values, [0.96, 0.96]);
  assert.deepEqual(b?.misread, [[1], [2]]);
  const few = rows.filter(({ name, seed }) => name.startsWith("b") || seed === 1);
  assert.throws(() => rungsAtBestRate(few), /^RangeError: Cannot compare rungs .* 1 seeds .*step-rates/);
});

test("rungsAsSet(rows) leaves out all other rates and keeps all seeds", () => {
  const rungs = rungsAsSet(rows);
  assert.deepEqual(
    rungs.map(({ name, factor, values }) => [name, factor, values.length]),
    [
      ["a", 1, 3],
      ["b", 1, 3],
    ],
  );
});

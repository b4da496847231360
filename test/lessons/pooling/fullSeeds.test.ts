import assert from "node:assert/strict";
import { test } from "node:test";
import { fullSeeds } from "../../../src/lessons/pooling/fullSeeds.js";
import type { StoredRow } from "../../../src/lessons/results/experiment.js";

const row = (arm: string, seed: number) => ({ name: `${arm}, seed ${seed}`, seed }) as StoredRow;
const namesOf = (rows: readonly StoredRow[]) => rows.map(({ name }) => name);

test("fullSeeds(rows) keeps the seeds that every arm has, in the order of the rows", () => {
  const rows = [row("a", 1), row("b", 1), row("a", 2), row("b", 2), row("a", 3), row("b", 4)];
  assert.deepEqual(namesOf(fullSeeds(rows)), ["a, seed 1", "b, seed 1", "a, seed 2", "b, seed 2"]);
});

test("fullSeeds(rows) keeps everything where nothing is missing", () => {
  const rows = [1, 2, 3].flatMap((seed) => [row("a", seed), row("b", seed)]);
  assert.deepEqual(fullSeeds(rows), rows);
});

test("fullSeeds(rows) refuses rows that pair in fewer than two seeds", () => {
  for (const rows of [[], [row("a", 1), row("b", 1)], [row("a", 1), row("b", 2), row("a", 3)]])
    assert.throws(
      () => fullSeeds(rows),
      /^RangeError: Cannot compare \d arms seed by seed: \d seeds are measured/,
    );
});

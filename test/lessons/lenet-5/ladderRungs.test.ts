import assert from "node:assert/strict";
import { test } from "node:test";
import { ladderRungs, withBetterRates } from "../../../src/lessons/lenet-5/ladderRungs.js";
import type { StoredRow } from "../../../src/lessons/results/experiment.js";

const row = (arm: string, seed: number, tested: number) =>
  ({
    name: `${arm}, seed ${seed}`,
    seed,
    configuration: {},
    result: { keptAccuracy: 0, testAccuracy: tested, misread: [seed] },
  }) as unknown as StoredRow;
const rows = [row("a", 2, 0.92), row("b, squashed", 1, 0.8), row("a", 1, 0.91), row("b, squashed", 2, 0.82)];

test("ladderRungs(rows) has a rung for each name, its runs in the order of the seeds", () => {
  assert.deepEqual(ladderRungs(rows), [
    { name: "a", values: [0.91, 0.92], misread: [[1], [2]] },
    { name: "b, squashed", values: [0.8, 0.82], misread: [[1], [2]] },
  ]);
});

test("withBetterRates(rungs, again) keeps the order, and takes what was measured again", () => {
  const again = ladderRungs([row("b, squashed", 1, 0.9), row("b, squashed", 2, 0.9), row("c", 1, 0.5)]);
  const found = withBetterRates(ladderRungs(rows), again);
  assert.deepEqual(
    found.map(({ name, values }) => [name, values]),
    [
      ["a", [0.91, 0.92]],
      ["b, squashed", [0.9, 0.9]],
    ],
  );
});

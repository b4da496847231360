import assert from "node:assert/strict";
import { test } from "node:test";
import type { Located } from "../../../src/arithmetic/maps/localisation.js";
import { thresholdSweep } from "../../../src/lessons/class-activation-maps/thresholdSweep.js";

/** A row of numbers, with the first ones as the truth. */
const located = (map: number[], columns: number): Located => ({
  map: [map],
  truth: { top: 0, left: 0, bottom: 1, right: columns },
  right: true,
});

test("thresholdSweep(validation, test) chooses where it does not measure", () => {
  // Validation wants a level between 3 and 10, the lowest of which is 0.32; at that level the first test map fits, the second does not.
  const validation = [located([10, 3, 3, 3, 3], 1)];
  const tests = [located([10, 1, 1, 1, 1], 1), located([10, 3, 3, 3, 3], 5)];
  const sweep = thresholdSweep(validation, tests);
  assert.equal(sweep.chosen, 0.32);
  assert.equal(sweep.localised, 0.5);
  assert.match(sweep.figure.description, /32 points.*validation/);
  assert.throws(() => thresholdSweep([], tests), /Cannot/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { storedLadder } from "../../../src/lessons/lenet-5/storedLadder.js";

test("storedLadder() has every rung once, and judges each step at rates that suit it and at those first set", async () => {
  const { pairs, rungs, steps, atOneRate } = await storedLadder();
  assert.equal(pairs.length, 13);
  assert.equal(new Set(rungs.map(({ name }) => name)).size, 14);
  assert.ok(rungs.every(({ values }) => values.length === rungs[0]?.values.length));
  assert.deepEqual(
    steps.map(({ step }) => step),
    atOneRate.map(({ step }) => step),
  );
  // What docs/errata.md tells of the rates that were set.
  const maxima = atOneRate.find(({ step }) => step === "maxima");
  assert.equal(maxima?.points, "+2.35 (+2.16 to +2.54)");
  assert.equal(maxima?.digits, "632 better, 183 worse");
  assert.equal(maxima?.verdict, "helps");
  assert.equal(steps.find(({ step }) => step === "maxima")?.points, "+1.30 (+0.92 to +1.69)");
});

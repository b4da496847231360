import assert from "node:assert/strict";
import { test } from "node:test";
import { mean } from "../../../src/arithmetic/statistics/statistics.js";
import { measuresOf } from "../../../src/lessons/class-activation-maps/measuresOf.js";
import { storedRows } from "../../../src/lessons/results/experiment.js";

const id = "class-activation-maps/random";

test("measuresOf(id, name, measures) gives an arm for each, with what the rows hold", async () => {
  const arms = await measuresOf(id, "trained", { right: "testAccuracy", own: "ownPointing" });
  const rows = (await storedRows(id)).filter(({ name }) => name.startsWith("trained"));
  assert.deepEqual(arms, [
    { name: "right", values: rows.map(({ result }) => result.testAccuracy) },
    { name: "own", values: rows.map(({ result }) => result.ownPointing) },
  ]);
});

test("measuresOf(id, name, measures) works out how maps of other digits point, as the verdicts have it", async () => {
  const [there, other] = await measuresOf(id, "random weights", {
    there: "truePointing",
    other: "otherPointing",
  });
  // docs/errata.md: -1.5 points.
  const difference = mean(there?.values ?? []) - mean(other?.values ?? []);
  assert.ok(Math.abs(difference + 0.015) < 0.0006, `${difference}`);
});

test("measuresOf(id, name, measures) refuses names that are not there", async () => {
  await assert.rejects(measuresOf(id, "trained", { a: "nothing" }), /Cannot read nothing/);
  await assert.rejects(measuresOf(id, "nobody", { a: "otherPointing" }), /Cannot find rows named "nobody"/);
});

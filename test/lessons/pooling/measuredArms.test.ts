import assert from "node:assert/strict";
import { test } from "node:test";
import { measuredArms } from "../../../src/lessons/pooling/measuredArms.js";
import { storedRows } from "../../../src/lessons/results/experiment.js";

test("measuredArms(id, measure) gives what is stored, one number a seed", async () => {
  const rows = await storedRows("pooling/pooling");
  const arms = await measuredArms("pooling/pooling", "testAccuracy");
  const stored = (name: string) => rows.find((row) => row.name === name)?.result.testAccuracy;
  const valuesOf = (name: string) => arms.find((arm) => arm.name === name)?.values;
  assert.deepEqual(
    valuesOf("late mean"),
    [1, 2, 3].map((seed) => stored(`none, seed ${seed}`)),
  );
  assert.deepEqual(
    valuesOf("max 2/3"),
    [1, 2, 3].map((seed) => stored(`max 2, stride 3, seed ${seed}`)),
  );
  assert.equal(arms.length, 9);
});

test("measuredArms(id, measure) names the blocks of shrunk digits by what is left of them", async () => {
  const arms = await measuredArms("pooling/shrink", "numbersLeft");
  for (const { name, values } of arms) {
    const [rows = 0, columns = 0] = name.split(" x ").map(Number);
    assert.ok(
      values.every((value) => value === rows * columns),
      name,
    );
  }
});

test("measuredArms(id, measure) refuses an experiment without rows", async () => {
  await assert.rejects(
    measuredArms("pooling/nothing", "testAccuracy"),
    /Cannot read the results of experiment pooling\/nothing/,
  );
});

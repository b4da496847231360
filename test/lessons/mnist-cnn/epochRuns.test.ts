import assert from "node:assert/strict";
import { test } from "node:test";
import { epochRuns } from "../../../src/lessons/mnist-cnn/epochRuns.js";
import { rowsOfArm, storedRows } from "../../../src/lessons/results/experiment.js";

test("epochRuns(id, arm) draws every epoch of every seed, and compares two epochs in pairs", async () => {
  const runs = await epochRuns("mnist-cnn/pixels", "pixels 0 to 1");
  const rows = rowsOfArm(await storedRows("mnist-cnn/pixels"), "pixels 0 to 1");
  for (const figure of [runs.accuracy(), runs.loss()]) {
    assert.match(figure.description, /30 points/);
    for (const { seed } of rows) assert.match(figure.description, new RegExp(`seed ${seed}`));
  }
  assert.match(runs.later(10, 3).description, /between epoch 10 and epoch 3 is not shown by three seeds/);
  assert.match(runs.later(10, 1).description, /epoch 1\b/);
});

test("epochRuns(id, arm) refuses arms and epochs that are not there", async () => {
  await assert.rejects(epochRuns("mnist-cnn/pixels", "pixels"), /no row has that name/);
  const runs = await epochRuns("mnist-cnn/dense", "convolutions");
  assert.throws(() => runs.accuracy(), /its rows have no validationAccuracy/);
  const ten = await epochRuns("mnist-cnn/pixels", "pixels 0 to 1");
  assert.throws(() => ten.later(11, 3), /Cannot compare epoch 11: the runs have 10/);
});

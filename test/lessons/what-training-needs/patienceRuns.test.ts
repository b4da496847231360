import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { patienceRuns } from "../../../src/lessons/what-training-needs/patienceRuns.js";
import { tf } from "../../../src/networks/tf.js";
import { withKernel } from "../../notebook/fakeKernel.js";

const bar = (at: number) =>
  Array.from({ length: 28 }, (_, y) =>
    Array.from({ length: 28 }, (_, x) => (x >= at && x < at + 6 && y > 5 && y < 22 ? 250 : 0)),
  );
const images = Array.from({ length: 40 }, (_, index) => bar(index % 2 === 0 ? 3 : 19));
const labels = images.map((_, index) => index % 2);
/** Digits kept aside whose labels are exchanged: the better the training, the worse their loss. */
const exchanged = labels.map((label, index) => (index < 20 ? label : 1 - label));
const run = (given: number[], seeds = 2) =>
  withKernel(() =>
    patienceRuns(
      { train: digitsFrom(images, given), test: digitsFrom(images, labels) },
      { epochs: 8, patience: 2, seeds },
    ),
  );

test("patienceRuns(digits, options) trains to the end, and until patience ends, with each seed", async () => {
  const before = tf.memory().numTensors;
  const { all, early } = await run(exchanged);
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  assert.deepEqual([all.length, early.length], [2, 2]);
  assert.deepEqual(all.map(({ epochs }) => epochs), [8, 8]); // biome-ignore format: short
  assert.ok(
    early.every(({ epochs }) => epochs < 8),
    "patience ended it",
  );
  const right = await run(labels, 1);
  assert.ok((right.all[0]?.accuracy ?? 0) > 0.9 && (right.all[0]?.loss ?? 9) < 2, JSON.stringify(right.all));
  assert.equal(right.early[0]?.epochs, 8, "a loss that falls is not ended");
});

test("patienceRuns refuses what cannot be", async () => {
  const digits = { train: digitsFrom(images, labels), test: digitsFrom(images, labels) };
  await assert.rejects(patienceRuns(digits, { epochs: 0, patience: 1, seeds: 1 }), /Cannot compare patience/);
  await assert.rejects(patienceRuns(digits, { epochs: 1, seeds: 1 } as never), /Cannot compare patience/);
});

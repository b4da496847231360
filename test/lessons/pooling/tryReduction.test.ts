import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { tryReduction } from "../../../src/lessons/pooling/tryReduction.js";
import { tf } from "../../../src/networks/tf.js";
import { withKernel } from "../../notebook/fakeKernel.js";

const bar = (at: number) =>
  Array.from({ length: 28 }, (_, y) =>
    Array.from({ length: 28 }, (_, x) => (x >= at && x < at + 6 && y > 5 && y < 22 ? 250 : 0)),
  );
const images = Array.from({ length: 40 }, (_, index) => bar(index % 2 === 0 ? 3 : 19));
const digits = digitsFrom(
  images,
  images.map((_, index) => index % 2),
);

test("tryReduction(reduction, digits, options) trains, reads, moves, and leaves nothing behind", async () => {
  const before = tf.memory().numTensors;
  const run = () =>
    withKernel(() =>
      tryReduction(
        { kind: "max", size: 2, stride: 2 },
        { train: digits, test: digits },
        { epochs: 12, seed: 1 },
      ),
    );
  const tried = await run();
  assert.deepEqual(tried.shapes, ["28x28x8", "14x14x8", "14x14x16", "7x7x16", "4x4x16", "256", "10"]);
  assert.ok(tried.accuracy > 0.9, `it reads ${tried.accuracy}`);
  assert.ok(tried.steady > 0.9, `${tried.steady} stay`);
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  assert.deepEqual(await run(), tried, "the same seed, the same numbers");
});

test("tryReduction takes a learning rate, adam's usual one if none is named", async () => {
  const accuracyAt = async (rate: { learningRate?: number }) => {
    const tried = withKernel(() =>
      tryReduction(
        { kind: "average", size: 2, stride: 2 },
        { train: digits, test: digits },
        { epochs: 1, seed: 1, ...rate },
      ),
    );
    return (await tried).accuracy;
  };
  assert.equal(await accuracyAt({}), await accuracyAt({ learningRate: 0.001 }));
  const [still, quick] = [await accuracyAt({ learningRate: 0 }), await accuracyAt({ learningRate: 0.01 })];
  assert.ok(quick > still, `${quick} with a rate, ${still} without`);
});

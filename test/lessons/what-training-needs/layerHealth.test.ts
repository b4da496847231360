import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom, take } from "../../../src/images/digits/digits.js";
import { layerHealth } from "../../../src/lessons/what-training-needs/layerHealth.js";
import { unheardShare } from "../../../src/lessons/what-training-needs/unheardShare.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";

const two = digitsFrom([[[255, 0]], [[0, 51]]], [0, 1]);
/** Two pixels, four units with ReLU, two classes; all weights by hand. */
function small() {
  const model = cnn({ height: 1, width: 2, channels: 1 }, [
    { kind: "flatten" },
    { kind: "dense", units: 4, activation: "relu", name: "hidden" },
    { kind: "dense", units: 2, activation: "softmax" },
  ]);
  const rows = [[1, -1, 0, -2], [5, -1, 3, 1]]; // biome-ignore format: a table
  model.setWeights([
    tf.tensor2d(rows),
    tf.tensor1d([0, 0, 0, -0.5]),
    tf.tensor2d([[0, 30], [0, 0], [0, 0], [0, 0]]), // biome-ignore format: a table
    tf.tensor1d([0, 0]),
  ]);
  return model;
}

test("layerHealth(model, images) counts the units that answer to no image, and finds the largest answer", () => {
  const model = small();
  const before = tf.memory().numTensors;
  // Units 1 and 3 are 0 for both images; at scale 1 unit 3 answers to the second.
  const [hidden, ...others] = layerHealth(model, two);
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...hidden, largest: Math.round(1e4 * (hidden?.largest ?? 0)) / 1e4 },
    { layer: "hidden", units: 4, silent: 0.5, largest: 1 },
  );
  assert.deepEqual(layerHealth(model, two, { scale: 1 })[0], {
    layer: "hidden",
    units: 4,
    silent: 0.25,
    largest: 255,
  });
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  assert.throws(() => layerHealth(model, two, { scal: 1 } as never), /scal/);
  assert.throws(() => layerHealth(model, take(two, 0, 0)), /Cannot/);
  disposeModel(model);
});

test("unheardShare(model, images) counts the right classes whose probability the loss replaces", () => {
  const model = small();
  const before = tf.memory().numTensors;
  // The first image speaks for class 1, wrongly, by 30 logits; the second, rightly, by 30 at full scale.
  assert.equal(unheardShare(model, two), 0.5);
  assert.equal(unheardShare(model, two, { scale: 0.001 / 255 }), 0);
  assert.equal(unheardShare(model, digitsFrom([[[0, 51]]], [1]), { scale: 1 }), 0);
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  assert.throws(() => unheardShare(model, take(two, 0, 0)), /Cannot count unheard images/);
  disposeModel(model);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerTimes } from "../../../src/networks/models/layerTimes.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type Tensor4D, tf } from "../../../src/networks/tf.js";

test("layerTimes(model, inputs) times every layer by name, and frees what it makes", () => {
  const model = mnistCnn({ filters: [4, 8] });
  const inputs = tf.zeros([20, 28, 28, 1]) as Tensor4D;
  const before = tf.memory().numTensors;
  const times = layerTimes(model, inputs, { repeats: 3 });
  assert.equal(tf.memory().numTensors, before);
  assert.deepEqual(
    times.map(({ name }) => name),
    ["conv1", "pool1", "conv2", "pool2", "flatten", "hidden", "output"],
  );
  for (const { name, milliseconds } of times) assert.ok(milliseconds > 0, `${name}: ${milliseconds}`);
  tf.dispose(inputs);
  disposeModel(model);
});

test("layerTimes(model, inputs) finds the layer that does nearly all the work", () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ name: "light", inputShape: [64, 64, 1], filters: 1, kernelSize: 1 }),
      tf.layers.conv2d({ name: "heavy", filters: 64, kernelSize: 7 }),
      tf.layers.maxPooling2d({ name: "pool", poolSize: 29 }),
      tf.layers.flatten({ name: "flat" }),
    ],
  });
  const inputs = tf.zeros([10, 64, 64, 1]) as Tensor4D;
  const times = layerTimes(model, inputs, { repeats: 3 });
  const of = (layer: string) => times.find(({ name }) => name === layer)?.milliseconds ?? 0;
  assert.ok(of("heavy") > of("light") && of("heavy") > 10 * of("flat"), JSON.stringify(times));
  tf.dispose(inputs);
  model.dispose();
});

test("layerTimes(model, inputs) refuses no repeats, and layers that branch", () => {
  const input = tf.input({ shape: [4, 4, 1] });
  const both = tf.layers.add().apply([input, input]) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: both });
  const inputs = tf.zeros([1, 4, 4, 1]) as Tensor4D;
  assert.throws(
    () => layerTimes(model, inputs, { repeats: 0 }),
    /^RangeError: Cannot time the layers: repeats is 0/,
  );
  assert.throws(() => layerTimes(model, inputs), /^RangeError: Cannot time layer .*single chain/);
  tf.dispose(inputs);
  model.dispose();
});

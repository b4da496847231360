import assert from "node:assert/strict";
import { test } from "node:test";
import { layerShares } from "../../../src/lessons/channels-and-parameters/layerShares.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type Tensor4D, tf } from "../../../src/networks/tf.js";

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;

test("layerShares(model, inputs) shares out parameters, multiply-adds and time, and frees what it makes", () => {
  const model = cnn({ height: 8, width: 8, channels: 3 }, [
    { kind: "conv", filters: 4, kernel: 3 },
    { kind: "maxPool", size: 2 },
    { kind: "flatten" },
    { kind: "dense", units: 10 },
  ]);
  const inputs = tf.zeros([5, 8, 8, 3]) as Tensor4D;
  const before = tf.memory().numTensors;
  const bars = layerShares(model, inputs, { repeats: 2 });
  assert.equal(tf.memory().numTensors, before);
  const of = (series: string) => bars.filter((bar) => bar.series === series).map(({ value }) => value);
  // 4 filters of 3 · 3 · 3 weights and a bias; 3 · 3 · 4 numbers to 10 units. The filters stand at 36 places.
  assert.deepEqual(of("parameters"), [112 / 482, 0, 0, 370 / 482]);
  assert.deepEqual(of("multiply-adds"), [3_888 / 4_248, 0, 0, 360 / 4_248]);
  const times = of("time, measured");
  assert.equal(times.length, 4);
  assert.ok(
    near(
      times.reduce((sum, value) => sum + value, 0),
      1,
    ) && times.every((value) => value > 0),
  );
  assert.deepEqual(
    bars.slice(0, 4).map(({ label }) => label),
    model.layers.filter((layer) => layer.getClassName() !== "InputLayer").map(({ name }) => name),
  );
  tf.dispose(inputs);
  disposeModel(model);
});

test("layerShares(model, inputs) leaves out the layer that only takes the input", () => {
  const input = tf.input({ shape: [4, 4, 1] });
  const conv = tf.layers.conv2d({ name: "only", filters: 2, kernelSize: 3 });
  const model = tf.model({ inputs: input, outputs: conv.apply(input) as tf.SymbolicTensor });
  const inputs = tf.zeros([1, 4, 4, 1]) as Tensor4D;
  const bars = layerShares(model, inputs, { repeats: 1 });
  assert.deepEqual(
    bars.map(({ label, value }) => [label, value]),
    [1, 1, 1].map((share) => ["only", share]),
  );
  tf.dispose(inputs);
  model.dispose();
});

test("layerShares(model, inputs) refuses layers that branch, and no repeats", () => {
  const input = tf.input({ shape: [4, 4, 1] });
  const both = tf.layers.add().apply([input, input]) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: both });
  const inputs = tf.zeros([1, 4, 4, 1]) as Tensor4D;
  assert.throws(() => layerShares(model, inputs), /^RangeError: Cannot time layer .*single chain/);
  assert.throws(() => layerShares(model, inputs, { repeats: 0 }), /^RangeError: .*repeats is 0/);
  tf.dispose(inputs);
  model.dispose();
});

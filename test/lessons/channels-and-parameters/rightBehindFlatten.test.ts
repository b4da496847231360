import assert from "node:assert/strict";
import { test } from "node:test";
import { rightBehindFlatten } from "../../../src/lessons/channels-and-parameters/rightBehindFlatten.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerOutput } from "../../../src/networks/models/layerOutputs.js";
import { type Tensor, type Tensor4D, tf } from "../../../src/networks/tf.js";

test("rightBehindFlatten(model, rows, labels) answers as the whole network does, and frees what it makes", () => {
  const model = cnn({ height: 6, width: 6, channels: 2 }, [
    { kind: "conv", name: "maps", filters: 3, kernel: 3, activation: "relu" },
    { kind: "flatten" },
    { kind: "dense", units: 8, activation: "relu" },
    { kind: "dense", units: 5, activation: "softmax" },
  ]);
  const images = tf.randomUniform([40, 6, 6, 2], 0, 1, "float32", 4) as Tensor4D;
  const answers = tf.tidy(() => (model.predict(images) as Tensor).argMax(1).dataSync());
  const maps = layerOutput(model, images, "maps");
  const rowsIn = (order: number[]) =>
    tf.tidy(() => maps.transpose(order).reshape([40, 48]).arraySync()) as number[][];
  const before = tf.memory().numTensors;
  assert.equal(rightBehindFlatten(model, rowsIn([0, 1, 2, 3]), answers), 40);
  assert.ok(rightBehindFlatten(model, rowsIn([0, 3, 1, 2]), answers) < 40, "map after map");
  assert.equal(tf.memory().numTensors, before);
  const wrong = answers.map((answer) => (answer + 1) % 5);
  assert.equal(rightBehindFlatten(model, rowsIn([0, 1, 2, 3]), wrong), 0);
  assert.throws(() => rightBehindFlatten(model, rowsIn([0, 1, 2, 3]), [1]), /40 rows and 1 labels/);
  tf.dispose([images, maps]);
  disposeModel(model);
});

test("rightBehindFlatten(model, rows, labels) refuses a network without Flatten", () => {
  const model = cnn({ height: 4, width: 4, channels: 1 }, [{ kind: "conv", filters: 1, kernel: 3 }]);
  assert.throws(
    () => rightBehindFlatten(model, [[1]], [0]),
    /^RangeError: Cannot read the rows: .*no layer Flatten/,
  );
  disposeModel(model);
});

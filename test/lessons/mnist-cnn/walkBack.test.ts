import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pick } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import { walkBack } from "../../../src/lessons/mnist-cnn/walkBack.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";
import { tf } from "../../../src/networks/tf.js";

describe("walkBack(model, digit)", () => {
  it("finds TensorFlow's slopes in every layer, of digits, seeds and sizes", async () => {
    const { train } = await loadMnist({ trainImages: 6, testImages: 0 });
    for (const [seed, filters] of [[1, [2, 4]], [2, [5, 3]], [3, [32, 64]]] as const) {
      const model = mnistCnn({ seed, filters, hiddenUnits: 8 });
      const before = tf.memory().numTensors;
      const { layers, table } = walkBack(model, pick(train, [seed]));
      assert.equal(tf.memory().numTensors, before, "tensors are left");
      assert.deepEqual(layers.map(({ layer }) => layer), ["output", "hidden", "conv2", "conv1"]);
      for (const { layer, difference, largest } of layers) {
        assert.ok(largest > 1e-4, `${layer}: ${largest}`);
        assert.ok(difference < 1e-6, `${layer}: ${difference}`);
      }
      assert.deepEqual(layers.map(({ sums }) => sums), [10, 8, 64 * filters[1], 576 * filters[0]]);
      assert.deepEqual(layers.map(({ weights }) => weights), [80, 128 * filters[1], 25 * filters[0] * filters[1], 25 * filters[0]]);
      for (const { sums, withSlope } of layers.slice(2)) assert.ok(withSlope > 0 && withSlope <= sums / 4);
      assert.match(table().description, /conv1/);
      disposeModel(model);
    }
  }); // biome-ignore format: short lists

  it("refuses other networks, and more than one digit", async () => {
    const { train } = await loadMnist({ trainImages: 2, testImages: 0 });
    const [model, other] = [mnistCnn({ filters: [2, 4] }), mnistMlp({ hiddenUnits: [4] })];
    assert.throws(() => walkBack(model, train), /Cannot walk back from 2 digits/);
    assert.throws(() => walkBack(other, pick(train, [0])), /where mnistCnn has conv1 it has another layer/);
    for (const each of [model, other]) disposeModel(each);
  });
});

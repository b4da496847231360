import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileClassifier } from "../../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { freeze } from "../../../src/networks/models/freeze.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { drawn } from "../helpers.js";

/** Weights that are the same in every run: from a few starts a centred RMSProp runs into NaN. */
const startOf = (seed: number) => ({ kernelInitializer: tf.initializers.glorotUniform({ seed }) });

/** The numbers of each layer that has weights. */
function byLayer(model: LayersModel): Map<string, string> {
  const layers = model.layers.filter((layer) => layer.countParams() > 0);
  return new Map(
    layers.map((layer) => [
      layer.name,
      layer
        .getWeights()
        .map((w) => w.dataSync().join())
        .join(),
    ]),
  );
}

const tiny = { filters: [2, 4], hiddenUnits: 8 } as const;

describe("freeze", () => {
  for (const frozen of [["conv1", "conv2"], ["hidden", "output"], ["conv2"], []]) {
    it(`freeze(model, [${frozen}]) keeps those weights through a training, all others move`, async () => {
      const model = mnistCnn(tiny);
      const { optimizer } = model;
      assert.equal(freeze(model, frozen), model, "the same model comes back");
      assert.notEqual(model.optimizer, optimizer, "compiled anew");
      const before = byLayer(model);
      await fit(model, drawn(20, 1, 28), { epochs: 2 });
      const after = byLayer(model);
      disposeModel(model);
      const stayed = [...before.keys()].filter((name) => before.get(name) === after.get(name));
      assert.deepEqual(stayed, frozen);
    });
  }

  it("freeze(model, layers) works on a model that has been trained already", async () => {
    const model = mnistCnn(tiny);
    const digits = drawn(20, 1, 28);
    await fit(model, digits, { epochs: 1 });
    freeze(model, ["conv1"]);
    const before = byLayer(model).get("conv1");
    await fit(model, digits, { epochs: 1 });
    assert.equal(byLayer(model).get("conv1"), before);
    disposeModel(model);
  });

  it("compileClassifier lets a layer learn again, and setting `trainable` alone does not", async () => {
    const model = freeze(mnistCnn(tiny), ["conv1"]);
    const digits = drawn(20, 1, 28);
    const start = byLayer(model).get("conv1");
    model.getLayer("conv1").trainable = true;
    await fit(model, digits, { epochs: 1 });
    assert.equal(byLayer(model).get("conv1"), start);
    await fit(compileClassifier(model), digits, { epochs: 1 });
    assert.notEqual(byLayer(model).get("conv1"), start);
    disposeModel(model);
  });

  it("freeze(model, unknown layer) is refused with the names there are, and freezes nothing", () => {
    const model = mnistCnn(tiny);
    assert.throws(() => freeze(model, "conv1" as never), {
      name: "TypeError",
      message: "Cannot freeze layers: layerNames is string. Give a list of names.",
    });
    assert.throws(() => freeze(model, ["conv1", "conv3"]), {
      name: "RangeError",
      message: "Cannot freeze layer conv3: mnistCnn has conv1, pool1, conv2, pool2, flatten, hidden, output.",
    });
    assert.ok(
      model.layers.every((layer) => layer.trainable),
      "a layer is frozen",
    );
    disposeModel(model);
  });

  it("freeze(model, paths) reaches into models of the model", async () => {
    const inputShape = [8, 8, 1];
    const backbone = tf.sequential({
      name: "backbone",
      layers: [
        tf.layers.conv2d({ name: "conv1", filters: 2, kernelSize: 3, inputShape }),
        tf.layers.conv2d({ name: "conv2", filters: 2, kernelSize: 3 }),
      ],
    });
    const model = tf.sequential({
      name: "outer",
      layers: [
        tf.layers.inputLayer({ inputShape }),
        backbone,
        tf.layers.flatten({ name: "flat" }),
        tf.layers.dense({ name: "conv1", units: 10, activation: "softmax" }),
      ],
    });
    freeze(compileClassifier(model), ["backbone/conv1"]);
    const before = byLayer(backbone);
    await fit(model, drawn(12), { epochs: 1 });
    const after = byLayer(backbone);
    assert.equal(after.get("conv1"), before.get("conv1"));
    assert.notEqual(after.get("conv2"), before.get("conv2"));
    assert.throws(() => freeze(model, ["backbone/conv3"]), {
      name: "RangeError",
      message:
        "Cannot freeze layer backbone/conv3: outer has input1, backbone, backbone/conv1, backbone/conv2, flat, conv1.",
    });
    disposeModel(model);
  });

  for (const [name, optimizer] of Object.entries({
    sgd: () => tf.train.sgd(0.03),
    momentum: () => tf.train.momentum(0.03, 0.7, true),
    adam: () => tf.train.adam(0.03, 0.8, 0.9, 1e-5),
    adamax: () => tf.train.adamax(0.03, 0.8, 0.9, 1e-5, 0.1),
    rmsprop: () => tf.train.rmsprop(0.03, 0.8, 0.1, 1e-5, true),
    adagrad: () => tf.train.adagrad(0.03, 0.2),
    adadelta: () => tf.train.adadelta(0.03, 0.8, 1e-5),
  })) {
    it(`freeze(model) keeps the loss, the metrics and ${name} with its settings, which starts afresh`, async () => {
      const tensors = tf.memory().numTensors;
      const model = tf.sequential({
        layers: [
          tf.layers.dense({ name: "hidden", units: 3, inputShape: [2], ...startOf(1) }),
          tf.layers.dense({ name: "output", units: 2, activation: "softmax", ...startOf(2) }),
        ],
      });
      const loss = (a: tf.Tensor, b: tf.Tensor) => tf.losses.softmaxCrossEntropy(a, b);
      model.compile({ optimizer: optimizer(), loss, metrics: ["mse", "accuracy"] });
      const data = { inputs: tf.ones([4, 2]), labels: tf.oneHot([0, 1, 1, 1], 2) };
      await fit(model, data, { epochs: 1 });
      const { optimizer: used } = model;
      freeze(model, ["hidden"]);
      assert.notEqual(model.optimizer, used);
      assert.equal(model.optimizer.constructor, used.constructor);
      assert.deepEqual(model.optimizer.getConfig(), used.getConfig());
      assert.equal(model.optimizer.iterations ?? 0, 0);
      assert.equal(model.loss, loss);
      assert.deepEqual(model.metricsNames, ["loss", "mse", "acc"]);
      const before = byLayer(model);
      await fit(model, data, { epochs: 1 });
      const after = byLayer(model);
      assert.equal(after.get("hidden"), before.get("hidden"));
      assert.notEqual(after.get("output"), before.get("output"));
      tf.dispose(data);
      disposeModel(model);
      assert.ok(tf.memory().numTensors - tensors <= (name === "momentum" ? 1 : 0), "tensors left");
    });
  }
});

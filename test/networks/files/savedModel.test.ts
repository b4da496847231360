import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Digits } from "../../../src/images/digits/digits.js";
import { loadModel } from "../../../src/networks/files/loadModel.js";
import { readSafetensors } from "../../../src/networks/files/safetensors.js";
import { saveModel } from "../../../src/networks/files/savedModel.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { compileClassifier } from "../../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { SeededDropout } from "../../../src/networks/models/dropout.js";
import { freeze } from "../../../src/networks/models/freeze.js";
import { equation8 } from "../../../src/networks/models/lenet/losses.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { WrapPadding } from "../../../src/networks/models/wrapPadding.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import type { FitOptions } from "../../../src/networks/training/fitOptions.js";
import { drawn, numbersOf, smallNetwork } from "../helpers.js";

const folder = mkdtempSync(join(tmpdir(), "saved-"));
after(() => rmSync(folder, { recursive: true }));

const { conv2d, batchNormalization, dense, flatten, maxPooling2d } = tf.layers;
const inputShape = [8, 8, 1];

function dropoutNetwork(optimizer: tf.Optimizer): LayersModel {
  const model = tf.sequential({
    layers: [
      conv2d({ name: "conv", filters: 2, kernelSize: 3, activation: "relu", inputShape }),
      maxPooling2d({ name: "pool", poolSize: 2 }),
      flatten({ name: "flat" }),
      new SeededDropout({ name: "drop", rate: 0.4, seed: 2 }),
      dense({ name: "out", units: 10, activation: "softmax" }),
    ],
  });
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  return model;
}

const optimizers: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9, true),
  adam: () => tf.train.adam(0.01, 0.8, 0.99),
  adamax: () => tf.train.adamax(0.01, 0.8, 0.99, 1e-6, 0.1),
  rmsprop: () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-6),
  "centred rmsprop": () => tf.train.rmsprop(0.01, 0.9, 0, 1e-4, true),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.5),
};

/** A base with batch normalisation that is frozen in part, inside a network, with names that come twice. */
function nested(): LayersModel {
  const base = tf.sequential({
    name: "base",
    layers: [
      conv2d({ name: "conv", filters: 2, kernelSize: 3, inputShape }),
      batchNormalization({ name: "norm" }),
      conv2d({ name: "again", filters: 2, kernelSize: 3, activation: "relu" }),
    ],
  });
  const input = tf.input({ shape: inputShape });
  const inside = conv2d({ name: "conv", filters: 2, kernelSize: 1 }).apply(base.apply(input));
  const output = dense({ name: "out", units: 10, activation: "softmax" }).apply(flatten().apply(inside));
  const model = tf.model({ name: "outer", inputs: input, outputs: output as tf.SymbolicTensor });
  return freeze(compileClassifier(model, { learningRate: 0.01 }), ["base/conv", "base/norm"]);
}

function frozenFirst(): LayersModel {
  const base = tf.sequential({
    name: "base",
    layers: [
      conv2d({ name: "conv", filters: 2, kernelSize: 3, inputShape }),
      batchNormalization({ name: "norm" }),
    ],
  });
  base.trainable = false;
  return compileClassifier(
    tf.sequential({ layers: [base, flatten(), dense({ units: 10, activation: "softmax" })] }),
  );
}

function wrapped(): LayersModel {
  const model = tf.sequential({
    layers: [
      new WrapPadding({ amount: 1, inputShape }),
      conv2d({
        filters: 2,
        kernelSize: 3,
        kernelConstraint: tf.constraints.maxNorm({ maxValue: 0.1, axis: 0 }),
      }),
      flatten(),
      dense({ units: 10, activation: "softmax" }),
    ],
  });
  return compileClassifier(model, { metrics: ["mse", tf.metrics.sparseCategoricalAccuracy] as never });
}

const networks: Record<string, { make: () => LayersModel; digits?: Digits }> = {
  ...Object.fromEntries(
    Object.entries(optimizers).map(([name, make]) => [
      `dropout and ${name}`,
      { make: () => dropoutNetwork(make()) },
    ]),
  ),
  "the lab's network": {
    make: () => mnistCnn({ filters: [2, 3], hiddenUnits: 6 }),
    digits: drawn(24, 1, 28),
  },
  "LeNet-5, equation 9": { make: () => lenet5({ j: 3, optimizer: "momentum" }), digits: drawn(24, 1, 28) },
  "LeNet-5, equation 8, softer": {
    make: () =>
      compileClassifier(lenet5({ subsampling: "max", learnCodes: true }), { loss: equation8 as never }),
    digits: drawn(24, 1, 28),
  },
  "a frozen base within, batch normalisation, names that come twice": { make: nested },
  "a frozen base first": { make: frozenFirst },
  "wrapped borders, a constraint, metrics as functions": { make: wrapped },
};

describe("saveModel and loadModel", () => {
  for (const [name, { make, digits = drawn(24) }] of Object.entries(networks)) {
    it(`${name}: training goes on as if nothing had been`, async () => {
      for (const fast of [true, false]) {
        const options: FitOptions = { epochs: 2, batchSize: 8, fast, validation: digits };
        const here = join(folder, "network");
        const model = make();
        await fit(model, digits, options);
        await saveModel(model, here);
        const tensors = tf.memory().numTensors;
        const again = await loadModel(here);
        assert.equal(weightsHash(again), weightsHash(model), "weights");
        assert.deepEqual(await evaluate(again, digits), await evaluate(model, digits), "evaluation");
        const [there, back] = [await fit(model, digits, options), await fit(again, digits, options)];
        const { seconds: _, ...expected } = there;
        const { seconds: __, ...found } = back;
        assert.deepEqual(found, expected, "history");
        assert.deepEqual(numbersOf(again), numbersOf(model), "weights afterwards, to the bit");
        assert.equal(again.optimizer.getClassName(), model.optimizer.getClassName());
        disposeModel(again);
        assert.ok(tf.memory().numTensors - tensors <= 1, `${tf.memory().numTensors - tensors} tensors left`);
        disposeModel(model);
      }
    });
  }

  it("an observer saves each epoch, and the last one is where the training ended", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(0.05) });
    const here = join(folder, "checkpoint");
    const observers = [{ onEpoch: () => saveModel(model, here) }];
    await fit(model, drawn(20), { epochs: 2, observers });
    const again = await loadModel(here);
    await fit(model, drawn(20), { epochs: 1 });
    await fit(again, drawn(20), { epochs: 1 });
    assert.equal(weightsHash(again), weightsHash(model));
    for (const each of [model, again]) disposeModel(each);
  });

  it("writes three files: layers, weights by layer and name, what the optimizer gathered", async () => {
    const model = nested();
    const here = join(folder, "files");
    await saveModel(model, here);
    await saveModel(model, here);
    assert.deepEqual(readdirSync(here).sort(), [
      "model.json",
      "optimizer.safetensors",
      "weights.safetensors",
    ]);
    const { tensors } = readSafetensors(readFileSync(join(here, "weights.safetensors")));
    assert.deepEqual([...tensors.keys()].sort(), [
      "base/again/bias",
      "base/again/kernel",
      "base/conv/bias",
      "base/conv/kernel",
      "base/norm/beta",
      "base/norm/gamma",
      "base/norm/moving_mean",
      "base/norm/moving_variance",
      "conv/bias",
      "conv/kernel",
      "out/bias",
      "out/kernel",
    ]);
    const kernel = model.getLayer("out").getWeights()[0]?.dataSync();
    assert.deepEqual(tensors.get("out/kernel")?.data, kernel);
    disposeModel(model);
  });

  it("keeps weights that are not finite, and a model that was never compiled", async () => {
    const model = tf.sequential({
      name: "bare",
      layers: [dense({ name: "out", units: 3, inputShape: [1] })],
    });
    tf.tidy(() =>
      model.setWeights([
        tf.tensor2d([[Number.NaN, Number.POSITIVE_INFINITY, 1e-44]]),
        tf.tensor1d([Number.NEGATIVE_INFINITY, -0, 3e38]),
      ]),
    );
    await saveModel(model, join(folder, "bare"));
    const again = await loadModel(join(folder, "bare"));
    assert.deepEqual(numbersOf(again), numbersOf(model));
    assert.equal(again.name, "bare");
    assert.equal(again.optimizer, undefined);
    for (const each of [model, again]) each.dispose();
  });

  it("a loss of one's own is compiled again, and the optimizer goes on where it was", async () => {
    const ownLoss = (a: tf.Tensor, b: tf.Tensor) => a.sub(b).square().mean();
    const make = () => {
      const model = tf.sequential({
        layers: [dense({ units: 2, inputShape: [2], kernelInitializer: "ones" })],
      });
      model.compile({ optimizer: tf.train.adam(0.1), loss: ownLoss });
      return model;
    };
    const data = { inputs: tf.ones([4, 2]), labels: tf.zeros([4, 2]) };
    const model = make();
    await fit(model, data, { epochs: 2 });
    await saveModel(model, join(folder, "own"));
    const again = await loadModel(join(folder, "own"));
    const question = tf.ones([1, 2]);
    const answer = again.predict(question) as tf.Tensor;
    for (const ask of [fit(again, data, { epochs: 1 }), evaluate(again, data)]) {
      await assert.rejects(ask, {
        name: "Error",
        message:
          "Cannot measure: a loss or metric was your own function ownLoss, which no file holds. Compile with it again: model.compile({ optimizer: model.optimizer, loss, metrics }) keeps the optimizer's state.",
      });
    }
    again.compile({ optimizer: again.optimizer, loss: ownLoss });
    await fit(model, data, { epochs: 2 });
    await fit(again, data, { epochs: 2 });
    assert.deepEqual(numbersOf(again), numbersOf(model));
    tf.dispose([data, question, answer]);
    for (const each of [model, again]) disposeModel(each);
  });

  it("an optimizer of one's own is missed when it is to take a step, not before", async () => {
    class Still extends tf.Optimizer {
      static className = "Still";
      applyGradients(): void {}
      getConfig(): tf.serialization.ConfigDict {
        return {};
      }
    }
    const model = smallNetwork({ optimizer: new Still() });
    await saveModel(model, join(folder, "still"));
    const again = await loadModel(join(folder, "still"));
    assert.deepEqual(await evaluate(again, drawn(8)), await evaluate(model, drawn(8)));
    for (const fast of [true, false]) {
      await assert.rejects(
        fit(again, drawn(8), { epochs: 1, fast }),
        /^Error: Cannot train: the optimizer was a Still, which no file holds\. Compile with a new one/,
      );
    }
    for (const each of [model, again]) each.dispose();
  });

  it("refuses a layer that could not be found again", async () => {
    class Nameless extends tf.layers.Layer {}
    const model = tf.sequential({ name: "trial", layers: [new Nameless({ name: "odd", inputShape: [2] })] });
    await assert.rejects(saveModel(model, join(folder, "odd")), {
      name: "TypeError",
      message:
        'Cannot save trial: the class of layer odd has no className. Give it one: static className = "…".',
    });
    model.dispose();
  });

  const { layers } = tf;
  /** Layers of TensorFlow.js with no setting at its default. */
  const everyLayer: Record<string, () => tf.layers.Layer> = {
    conv2d: () =>
      conv2d({
        filters: 3,
        kernelSize: [3, 2],
        strides: [2, 1],
        padding: "same",
        activation: "elu",
        useBias: false,
        kernelRegularizer: "l1l2",
      }),
    conv2dTranspose: () => layers.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2, padding: "same" }),
    depthwiseConv2d: () =>
      layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 3, padding: "same", activation: "relu6" }),
    separableConv2d: () =>
      layers.separableConv2d({ filters: 3, kernelSize: 3, depthMultiplier: 2, padding: "same" }),
    batchNormalization: () => batchNormalization({ momentum: 0.7, epsilon: 0.01 }),
    layerNormalization: () => layers.layerNormalization({ epsilon: 0.1, axis: [3] }),
    leakyReLU: () => layers.leakyReLU({ alpha: 0.4 }),
    reLU: () => layers.reLU({ maxValue: 0.5 }),
    thresholdedReLU: () => layers.thresholdedReLU({ theta: 0.3 }),
    prelu: () => layers.prelu({ sharedAxes: [1, 2] }),
    activation: () => layers.activation({ activation: "swish" }),
    maxPooling2d: () => maxPooling2d({ poolSize: [3, 2], strides: [1, 2], padding: "same" }),
    averagePooling2d: () => layers.averagePooling2d({ poolSize: 3, strides: 1 }),
    zeroPadding2d: () =>
      layers.zeroPadding2d({
        padding: [
          [1, 2],
          [0, 3],
        ],
      }),
    cropping2D: () =>
      layers.cropping2D({
        cropping: [
          [1, 2],
          [0, 3],
        ],
      }),
    upSampling2d: () => layers.upSampling2d({ size: [2, 3], interpolation: "bilinear" }),
    reshape: () => layers.reshape({ targetShape: [16, 8] }),
    permute: () => layers.permute({ dims: [3, 1, 2] }),
    dropout: () => layers.dropout({ rate: 0.4, seed: 3, noiseShape: [1, 8, 8, 2] }),
    globalMaxPooling2d: () => layers.globalMaxPooling2d({}),
    timeDistributed: () => layers.timeDistributed({ layer: dense({ units: 3, activation: "relu" }) }),
  };
  for (const [name, make] of Object.entries(everyLayer)) {
    it(`a layer ${name} comes back as it was`, async () => {
      const model = tf.sequential({ layers: [layers.inputLayer({ inputShape: [8, 8, 2] }), make()] });
      if ((model.outputs[0]?.shape.length ?? 0) > 2) model.add(flatten());
      model.add(dense({ units: 2, activation: "softmax" }));
      compileClassifier(model);
      const data = {
        inputs: tf.randomNormal([6, 8, 8, 2], 0, 1, "float32", 3),
        labels: tf.tensor1d([0, 1, 0, 1, 1, 0]),
      };
      await saveModel(model, join(folder, "layer"));
      const again = await loadModel(join(folder, "layer"));
      for (const _ of [1, 2]) {
        assert.deepEqual(await evaluate(again, data), await evaluate(model, data));
        const [expected, found] = [
          await fit(model, data, { epochs: 1 }),
          await fit(again, data, { epochs: 1 }),
        ];
        assert.deepEqual(found.loss, expected.loss);
      }
      tf.dispose(data);
      for (const each of [model, again]) disposeModel(each);
    });
  }

  it("saveModel says so where there is no folder to write to", async () => {
    const model = smallNetwork();
    const file = join(folder, "a file");
    writeFileSync(file, "");
    await assert.rejects(saveModel(model, undefined as never), {
      name: "TypeError",
      message: 'Cannot save small: the folder is undefined. Give a path, such as "models/first".',
    });
    await assert.rejects(saveModel(model, file), (error: Error) => {
      assert.ok(
        error.message.startsWith(`Cannot save small into ${file}: file already exists`),
        error.message,
      );
      return true;
    });
    disposeModel(model);
  });
});

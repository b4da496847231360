import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { SeededDropout } from "../../../../src/networks/models/dropout.js";
import { freeze } from "../../../../src/networks/models/freeze.js";
import { mnistCnn } from "../../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../../src/networks/tf.js";
import { nodeBackend } from "../../../../src/networks/training/fast/binding.js";
import { native } from "../../../../src/networks/training/fast/native.js";
import { fastTraining } from "../../../../src/networks/training/fast/step.js";
import { fit } from "../../../../src/networks/training/fit.js";
import type { FitOptions } from "../../../../src/networks/training/fitOptions.js";
import { assertNear, drawn, largestGap, numbersOf, smallNetwork } from "../../helpers.js";

type Layers = tf.layers.Layer[];
const { conv2d, dense, flatten, maxPooling2d, averagePooling2d, activation, softmax, reLU, dropout } =
  tf.layers;
const { globalAveragePooling2d, globalMaxPooling2d } = tf.layers;

/** A classifier of 8x8 images from these layers: its weights follow from their shapes alone. */
function classifier(layers: Layers, optimizer: tf.Optimizer = tf.train.sgd(1)): LayersModel {
  const model = tf.sequential({ name: "trial" });
  model.add(tf.layers.inputLayer({ inputShape: [8, 8, 1] }));
  for (const layer of layers) model.add(layer);
  tf.tidy(() => {
    const weights = model.getWeights();
    model.setWeights(
      weights.map(({ shape }, index) => tf.randomUniform(shape, -0.4, 0.4, "float32", 7 + index)),
    );
  });
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  return model;
}

const head = (units = 10) => [flatten(), dense({ units, activation: "softmax" })];

/** Every form of layer that the fast way knows. */
const forms: Record<string, () => Layers> = {
  "dense alone": () => head(),
  "dense relu": () => [
    flatten(),
    dense({ units: 7, activation: "relu" }),
    dense({ units: 10, activation: "softmax" }),
  ],
  "dense tanh, no bias": () => [
    flatten(),
    dense({ units: 7, activation: "tanh", useBias: false }),
    ...head().slice(1),
  ],
  "dense sigmoid": () => [flatten(), dense({ units: 7, activation: "sigmoid" }), ...head().slice(1)],
  "conv linear": () => [conv2d({ filters: 3, kernelSize: 3 }), ...head()],
  "conv relu": () => [conv2d({ filters: 3, kernelSize: 3, activation: "relu" }), ...head()],
  "conv tanh": () => [conv2d({ filters: 3, kernelSize: 3, activation: "tanh" }), ...head()],
  "conv softmax": () => [conv2d({ filters: 3, kernelSize: 3, activation: "softmax" }), ...head()],
  "conv same, stride 2, window 3x2": () => [
    conv2d({
      filters: 3,
      kernelSize: [3, 2],
      strides: 2,
      padding: "same",
      useBias: false,
      activation: "relu",
    }),
    ...head(),
  ],
  "two convs and max pooling": () => [
    conv2d({ filters: 3, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ poolSize: 2 }),
    conv2d({ filters: 4, kernelSize: 2, activation: "tanh" }),
    maxPooling2d({ poolSize: 2 }),
    ...head(),
  ],
  "max pooling first": () => [maxPooling2d({ poolSize: 2 }), ...head()],
  "max pooling that overlaps, same": () => [
    conv2d({ filters: 3, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ poolSize: 3, strides: 2, padding: "same" }),
    ...head(),
  ],
  "max pooling of equal values": () => [
    conv2d({ filters: 3, kernelSize: 3 }),
    maxPooling2d({ poolSize: 3, strides: 1 }),
    maxPooling2d({ poolSize: 2 }),
    ...head(),
  ],
  "max pooling of softmax": () => [
    conv2d({ filters: 3, kernelSize: 3, activation: "softmax" }),
    maxPooling2d({ poolSize: 2 }),
    ...head(),
  ],
  "average pooling, tanh": () => [
    conv2d({ filters: 3, kernelSize: 3, activation: "tanh" }),
    averagePooling2d({ poolSize: 2 }),
    ...head(),
  ],
  "average pooling that overlaps, same": () => [
    conv2d({ filters: 3, kernelSize: 3, activation: "relu" }),
    averagePooling2d({ poolSize: 3, strides: 2, padding: "same" }),
    ...head(),
  ],
  "global average": () => [
    conv2d({ filters: 10, kernelSize: 3, activation: "relu" }),
    conv2d({ filters: 10, kernelSize: 1 }),
    globalAveragePooling2d({}),
    softmax(),
  ],
  "global max": () => [
    conv2d({ filters: 10, kernelSize: 3, activation: "relu" }),
    globalMaxPooling2d({}),
    ...head().slice(1),
  ],
  "global max of equal values": () => [
    conv2d({ filters: 3, kernelSize: 3 }),
    maxPooling2d({ poolSize: 3, strides: 1 }),
    globalMaxPooling2d({}),
    ...head().slice(1),
  ],
  "activations as layers": () => [
    conv2d({ filters: 3, kernelSize: 3 }),
    reLU(),
    flatten(),
    dense({ units: 10 }),
    activation({ activation: "tanh" }),
    activation({ activation: "softmax" }),
  ],
};

/** What one step of size 1 subtracts from the weights: their gradients. */
async function gradients(
  layers: Layers,
  fast: boolean,
): Promise<{ steps: number[][]; loss: number; accuracy: number }> {
  const model = classifier(layers);
  assert.equal(typeof fastTraining(model), "object", String(fastTraining(model)));
  const start = numbersOf(model);
  const history = await fit(model, drawn(12, 5), { epochs: 1, batchSize: 12, fast });
  const steps = numbersOf(model).map((row, r) =>
    row.map((value, c) => (start[r]?.[c] ?? Number.NaN) - value),
  );
  disposeModel(model);
  return { steps, loss: history.loss[0] ?? Number.NaN, accuracy: history.accuracy[0] ?? Number.NaN };
}

async function trained(make: () => LayersModel, options: FitOptions) {
  const model = make();
  const start = numbersOf(model);
  const history = await fit(model, drawn(80, 3, model.inputs[0]?.shape[1] ?? 8), options);
  const end = numbersOf(model);
  disposeModel(model);
  return { start, end, history };
}

describe("fit({ fast })", () => {
  for (const [name, layers] of Object.entries(forms)) {
    it(`has the gradients of TensorFlow.js: ${name}`, async () => {
      const plain = await gradients(layers(), false);
      const fast = await gradients(layers(), true);
      assertNear(fast.steps, plain.steps, 1e-5, "gradients");
      assertNear([[fast.loss, fast.accuracy]], [[plain.loss, plain.accuracy]], 1e-5, "loss and accuracy");
      assert.ok(
        fast.steps.every((row) => row.some((value) => Math.abs(value) > 1e-3)),
        "every weight moved",
      );
    });
  }

  it("has the weights of TensorFlow.js after 50 steps of gradient descent, to 1e-4", async () => {
    const make = () => {
      const model = mnistCnn({ filters: [8, 16], hiddenUnits: 16 });
      model.compile({
        optimizer: tf.train.sgd(0.1),
        loss: "sparseCategoricalCrossentropy",
        metrics: ["accuracy"],
      });
      return model;
    };
    const options = { epochs: 10, batchSize: 16 };
    const plain = await trained(make, { ...options, fast: false });
    const fast = await trained(make, options);
    assertNear(fast.end, plain.end, 1e-4, "weights");
    assertNear([fast.history.loss], [plain.history.loss], 1e-4, "loss");
    assert.ok(largestGap(plain.start, plain.end) > 0.05, "they moved");
  });

  it("has Adam's update of TensorFlow.js, to 1 % in norm, also when the training is continued by either", async () => {
    const norm = (a: number[][], b: number[][]) =>
      Math.hypot(...a.flatMap((row, r) => row.map((value, c) => value - (b[r]?.[c] ?? Number.NaN))));
    const ends: number[][][] = [];
    for (const ways of [
      [false, false, false],
      [true, true, true],
      [true, false, true],
      [false, true, false],
    ]) {
      const model = smallNetwork({ optimizer: tf.train.adam(0.01) });
      const start = numbersOf(model);
      for (const fast of ways) await fit(model, drawn(40), { epochs: 3, batchSize: 8, fast });
      const end = numbersOf(model);
      ends.push(end);
      const gap = norm(end, ends[0] ?? []) / norm(start, ends[0] ?? []);
      assert.ok(gap < 0.01, `${ways}: ${gap} of the update`);
      assert.equal(
        (model.optimizer as unknown as { iterations: number }).iterations,
        45,
        "steps are counted",
      );
      disposeModel(model);
    }
  });

  it("leaves the optimizer's steps to optimizers we do not know", async () => {
    for (const optimizer of [() => tf.train.momentum(0.05, 0.9), () => tf.train.rmsprop(0.01)]) {
      const make = () => smallNetwork({ optimizer: optimizer() });
      const plain = await trained(make, { epochs: 2, batchSize: 8, fast: false });
      const fast = await trained(make, { epochs: 2, batchSize: 8 });
      assertNear(fast.end, plain.end, 1e-4, "weights");
    }
  });

  it("draws the same masks for dropout", async () => {
    const make = () =>
      classifier([
        flatten(),
        dense({ units: 30 }),
        new SeededDropout({ rate: 0.5, seed: 3 }),
        ...head().slice(1),
      ]);
    const options = { epochs: 2, batchSize: 8 };
    const plain = await trained(make, { ...options, fast: false });
    const fast = await trained(make, options);
    assertNear(fast.end, plain.end, 1e-4, "weights");
    const without = () => classifier([flatten(), dense({ units: 30 }), ...head().slice(1)]);
    const other = await trained(without, options);
    assert.ok(largestGap(other.end, fast.end) > 1e-2, "dropout does something");
    const stock = () =>
      classifier([flatten(), dense({ units: 30 }), dropout({ rate: 0.5, seed: 4 }), ...head().slice(1)]);
    const stockPlain = await trained(stock, { ...options, fast: false });
    assertNear((await trained(stock, options)).end, stockPlain.end, 1e-4, "the layer of TensorFlow.js");
  });

  it("moves no frozen layer, wherever it lies", async () => {
    for (const [frozen, moving] of [
      ["conv1", "conv2"],
      ["conv2", "conv1"],
      ["hidden", "conv1"],
    ] as const) {
      const model = freeze(mnistCnn({ filters: [2, 3], hiddenUnits: 6 }), [frozen]);
      const of = (name: string) =>
        numbersOf({ getWeights: () => model.getLayer(name).getWeights() } as LayersModel);
      const [before, other] = [of(frozen), of(moving)];
      assert.equal(typeof fastTraining(model), "object", "it has a fast way");
      await fit(model, drawn(16, 1, 28), { epochs: 2, batchSize: 8 });
      assert.deepEqual(of(frozen), before);
      assert.ok(largestGap(of(moving), other) > 1e-4, `${moving} moves`);
      disposeModel(model);
    }
  });

  it("teaches nothing by probabilities below 1e-7, as TensorFlow.js", async () => {
    const options = { epochs: 1, batchSize: 40, scale: 0.5 };
    const make = () => classifier(head(), tf.train.sgd(0.01));
    const plain = await trained(make, { ...options, fast: false });
    const fast = await trained(make, options);
    assertNear([fast.history.loss], [plain.history.loss], 1e-3, "loss");
    assertNear(fast.end, plain.end, 1e-4, "weights");
    assert.ok((plain.history.loss[0] ?? 0) > 8, "many are that unlikely");
  });

  it("lets TensorFlow.js run what lies below all that learns", async () => {
    class Twice extends tf.layers.Layer {
      static className = "Twice";
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        return (Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs).mul(2);
      }
    }
    const make = () =>
      classifier([new Twice({}), conv2d({ filters: 2, kernelSize: 3 }), ...head()], tf.train.sgd(0.1));
    const plain = await trained(make, { epochs: 2, fast: false });
    const fast = await trained(make, { epochs: 2 });
    assertNear(fast.end, plain.end, 1e-4, "weights");
    const above = classifier([conv2d({ filters: 2, kernelSize: 3 }), new Twice({}), ...head()]);
    assert.match(String(fastTraining(above)), /^layer twice_.* is a Twice of a form we do not know$/i);
    disposeModel(above);
  });

  it("leaves to TensorFlow.js what it does not know, and says why", async () => {
    const { l2 } = tf.regularizers;
    const cases: [RegExp, LayersModel][] = [
      [
        /^layer .* is a Conv2D of/,
        classifier([
          conv2d({ filters: 2, kernelSize: 3, dataFormat: "channelsLast" }),
          conv2d({ filters: 2, kernelSize: 2, activation: "elu" }),
          ...head(),
        ]),
      ],
      [
        /^it has regularizers$/,
        classifier([
          flatten(),
          dense({ units: 10, activation: "softmax", kernelRegularizer: l2({ l2: 1 }) }),
        ]),
      ],
      [
        /^it does not end with a softmax/,
        classifier([flatten(), dense({ units: 10, activation: "sigmoid" })]),
      ],
    ];
    const other = classifier(head());
    other.compile({ optimizer: tf.train.sgd(0.1), loss: (a, b) => a.sub(b).square().mean() });
    cases.push([/^its loss is/, other]);
    const input = tf.input({ shape: [8, 8, 1] });
    const flat = flatten().apply(input) as tf.SymbolicTensor;
    const both = [0, 1].map(
      () => dense({ units: 10, activation: "softmax" }).apply(flat) as tf.SymbolicTensor,
    );
    const forked = tf.model({ inputs: input, outputs: tf.layers.average().apply(both) as tf.SymbolicTensor });
    forked.compile({
      optimizer: tf.train.sgd(0.1),
      loss: "sparseCategoricalCrossentropy",
      metrics: ["accuracy"],
    });
    cases.push([/^its layers are no simple chain$/, forked]);
    for (const [reason, model] of cases) {
      assert.match(String(fastTraining(model)), reason);
      if (model !== other) {
        const history = await fit(model, drawn(8), { epochs: 1 });
        assert.ok(Number.isFinite(history.loss[0]), "the ordinary way runs");
      }
      disposeModel(model);
    }
  });

  it("takes the ordinary way on another backend", async () => {
    const before = tf.getBackend();
    await tf.setBackend("cpu");
    try {
      const model = smallNetwork();
      assert.equal(native(), undefined);
      assert.equal(fastTraining(model), "the backend is cpu, not tensorflow");
      const history = await fit(model, drawn(8), { epochs: 1 });
      assert.ok(Number.isFinite(history.loss[0]), "it trains");
      disposeModel(model);
    } finally {
      await tf.setBackend(before);
    }
  });

  it("keeps what others hold of the weights as it was: each step makes new tensors", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(0.1) });
    const held = model.getWeights().map((weights) => weights.clone());
    const before = held.map((weights) => Array.from(weights.dataSync()));
    const seen: number[][][] = [];
    await fit(model, drawn(24), { epochs: 1, batchSize: 8 }, [
      { onBatch: () => seen.push(numbersOf(model)) },
    ]);
    assert.deepEqual(
      held.map((weights) => Array.from(weights.dataSync())),
      before,
    );
    assert.equal(seen.length, 3);
    for (const [index, numbers] of seen.entries()) {
      assert.ok(largestGap(numbers, seen[index - 1] ?? before) > 1e-3, `an observer sees step ${index + 1}`);
    }
    tf.dispose(held);
    disposeModel(model);
  });

  it("goes on from weights that were set meanwhile", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(1e-6) });
    const ones = () => tf.tidy(() => model.setWeights(model.getWeights().map(({ shape }) => tf.ones(shape))));
    await fit(model, drawn(16), { epochs: 2, batchSize: 8 }, [
      { onEpoch: (epoch) => void (epoch === 1 && ones()) },
    ]);
    const after = numbersOf(model).flat();
    assert.ok(
      after.every((value) => Math.abs(value - 1) < 1e-4),
      "from the ones set after the first epoch",
    );
    assert.ok(
      after.some((value) => value !== 1),
      "and they moved",
    );
    disposeModel(model);
  });

  it("leaks nothing in 1,000 steps, nor after an error", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(0.001) });
    const { binding } = nodeBackend() as unknown as { binding: { getNumOfTensors(): number } };
    const handles = () => binding.getNumOfTensors();
    await fit(model, drawn(8), { epochs: 1, batchSize: 8 });
    const [before, kept] = [tf.memory().numTensors, handles()];
    await fit(model, drawn(80), { epochs: 100, batchSize: 8 });
    assert.equal(tf.memory().numTensors, before);
    assert.ok(handles() <= kept, `${handles()} handles, ${kept} before`);
    const wrong = { ...drawn(8), labels: new Uint8Array(8).fill(10) };
    await assert.rejects(fit(model, wrong, { epochs: 1 }), {
      name: "RangeError",
      message: "Cannot learn label 10: the network tells 10 classes apart. Give labels from 0 to 9.",
    });
    const square = { ...drawn(8, 1, 6) };
    await assert.rejects(fit(model, square, { epochs: 1 }), /./);
    assert.equal(tf.memory().numTensors, before);
    assert.ok(handles() <= kept, `${handles()} handles, ${kept} before`);
    disposeModel(model);
  });
});

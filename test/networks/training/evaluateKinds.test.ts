import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { equation9 } from "../../../src/networks/models/lenet/losses.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";

const { conv2d, dense, flatten, maxPooling2d } = tf.layers;
type Head = Parameters<typeof dense>[0];
type Compile = Omit<tf.ModelCompileArgs, "optimizer">;

/** A small network over 6x6 images; a convolution with pooling below gives it a fast way where its end has one. */
function network(head: Head, compile: Compile): LayersModel {
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  const model = tf.sequential({
    name: "trial",
    layers: [
      conv2d({
        filters: 3,
        kernelSize: 3,
        activation: "relu",
        inputShape: [6, 6, 1],
        kernelInitializer: seeded(1),
      }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      dense({ kernelInitializer: seeded(2), ...head }),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(0.05), ...compile });
  return model;
}

const count = 37;
const accuracy = { metrics: ["accuracy"] };
const classNumbers = (classes: number) =>
  tf.tensor1d(Array.from({ length: count }, (_, i) => (i * 7) % classes));
const oneHot = (classes: number) =>
  tf.tidy(() => tf.oneHot(classNumbers(classes).toInt(), classes).toFloat());
const several = (classes: number) => tf.randomUniform([count, classes], 0, 1, "float32", 3).round();
const measurements = (units: number) => tf.randomNormal([count, units], 0, 2, "float32", 4);
const root = (a: Tensor, b: Tensor) => a.sub(b).square().mean().sqrt();

interface Kind {
  readonly head: Head;
  readonly compile: Compile;
  readonly labels: Record<string, () => Tensor>;
  readonly predicted: "classes" | "bits" | "none";
}

const kinds: Record<string, Kind> = {
  "softmax of 3, class numbers": {
    head: { units: 3, activation: "softmax" },
    compile: { loss: "sparseCategoricalCrossentropy", ...accuracy },
    labels: {
      "[n]": () => classNumbers(3),
      "[n], int32": () => classNumbers(3).toInt(),
      "[n, 1]": () => classNumbers(3).expandDims(1),
    },
    predicted: "classes",
  },
  "softmax of 300, class numbers": {
    head: { units: 300, activation: "softmax" },
    compile: { loss: "sparseCategoricalCrossentropy", ...accuracy },
    labels: { "[n]": () => classNumbers(300) },
    predicted: "classes",
  },
  "softmax, one-hot": {
    head: { units: 3, activation: "softmax" },
    compile: { loss: "categoricalCrossentropy", ...accuracy },
    labels: {
      "[n, 3]": () => oneHot(3),
      bool: () => oneHot(3).toBool(),
      smooth: () =>
        tf.tidy(() =>
          oneHot(3)
            .mul(0.9)
            .add(0.1 / 3),
        ),
    },
    predicted: "classes",
  },
  "one sigmoid unit": {
    head: { units: 1, activation: "sigmoid" },
    compile: { loss: "binaryCrossentropy", ...accuracy },
    labels: { "[n]": () => classNumbers(2), "[n, 1]": () => classNumbers(2).expandDims(1) },
    predicted: "bits",
  },
  "several sigmoids": {
    head: { units: 4, activation: "sigmoid" },
    compile: { loss: "binaryCrossentropy", ...accuracy },
    labels: { "[n, 4]": () => several(4) },
    predicted: "classes",
  },
  "logits, a loss of their own": {
    head: { units: 3 },
    compile: { loss: (a, b) => tf.losses.softmaxCrossEntropy(a, b), ...accuracy },
    labels: { "[n, 3]": () => oneHot(3) },
    predicted: "classes",
  },
  "logits that forgot their softmax": {
    head: { units: 10 },
    compile: { loss: "sparseCategoricalCrossentropy", ...accuracy },
    labels: { "[n]": () => classNumbers(10) },
    predicted: "classes",
  },
  "squares of softmax, one-hot": {
    head: { units: 3, activation: "softmax" },
    compile: { loss: "meanSquaredError", ...accuracy },
    labels: { "[n, 3]": () => oneHot(3) },
    predicted: "classes",
  },
  "scores of LeNet-5": {
    head: { units: 3 },
    compile: { loss: equation9(2), ...accuracy },
    labels: { "[n, 3]": () => oneHot(3) },
    predicted: "classes",
  },
  "regression to one number": {
    head: { units: 1 },
    compile: { loss: "meanSquaredError", metrics: ["mae"] },
    labels: { "[n]": () => measurements(1).flatten(), "[n, 1]": () => measurements(1) },
    predicted: "none",
  },
  "regression to two numbers": {
    head: { units: 2 },
    compile: { loss: "meanAbsoluteError" },
    labels: { "[n, 2]": () => measurements(2) },
    predicted: "none",
  },
  "a loss that depends on the batches": {
    head: { units: 2 },
    compile: { loss: root },
    labels: { "[n, 2]": () => measurements(2) },
    predicted: "classes",
  },
  "accuracy behind another metric": {
    head: { units: 3, activation: "softmax" },
    compile: { loss: "categoricalCrossentropy", metrics: ["mse", "accuracy"] },
    labels: { "[n, 3]": () => oneHot(3) },
    predicted: "classes",
  },
  "accuracy by its long name, losses in a list": {
    head: { units: 4, activation: "sigmoid" },
    compile: { loss: ["binaryCrossentropy"], metrics: ["mse", tf.metrics.binaryAccuracy] as never },
    labels: { "[n, 4]": () => several(4) },
    predicted: "classes",
  },
};

/** What TensorFlow.js measures: the loss, and the metric whose name says accuracy. */
function theirs(model: LayersModel, inputs: Tensor, labels: Tensor) {
  const floats = labels.toFloat(); // it takes no whole-number labels
  const found = [model.evaluate(inputs, floats)].flat() as tf.Scalar[];
  floats.dispose();
  const values = found.map((each) => each.dataSync()[0] as number);
  tf.dispose(found);
  const at = model.metricsNames.findIndex((name) => /^acc$|accuracy$/i.test(name));
  return { loss: values[0] as number, accuracy: at === -1 ? Number.NaN : (values[at] as number) };
}

function assertSame(found: number, expected: number, what: string) {
  const isSame = Math.abs(found - expected) < 1e-5 * Math.max(1, Math.abs(expected));
  assert.ok(isSame || (Number.isNaN(found) && Number.isNaN(expected)), `${what}: ${found}, not ${expected}`);
}

describe("evaluate and validation, as TensorFlow.js measures", () => {
  for (const [name, { head, compile, labels: forms, predicted }] of Object.entries(kinds)) {
    for (const [form, make] of Object.entries(forms)) {
      it(`${name}, labels ${form}`, async () => {
        const [inputs, labels] = [tf.randomNormal([count, 6, 6, 1], 0, 1, "float32", 9), make()];
        const data = { inputs, labels };
        const ways = [];
        for (const fast of [true, false]) {
          const model = network(head, compile);
          const tensors = tf.memory().numTensors;
          const before = theirs(model, inputs, labels);
          const history = await fit(model, data, { epochs: 2, batchSize: count, validation: data, fast });
          const after = theirs(model, inputs, labels);
          const found = await evaluate(model, data);
          assert.equal(tf.memory().numTensors, tensors, "tensors left");
          assertSame(found.loss, after.loss, "loss");
          if (!Number.isNaN(after.accuracy)) assertSame(found.accuracy, after.accuracy, "accuracy");
          // One batch an epoch: its loss is that of the weights before it.
          assertSame(history.accuracy[0] as number, before.accuracy, "history.accuracy");
          if (compile.loss !== root) {
            assertSame(history.loss[0] as number, before.loss, "history.loss");
          }
          assertSame(history.validationLoss?.[1] as number, after.loss, "validationLoss");
          assertSame(history.validationAccuracy?.[1] as number, after.accuracy, "validationAccuracy");
          const outputs = model.predict(inputs) as Tensor;
          const rows = outputs.arraySync() as number[][];
          const wanted = {
            classes: rows.map((row) => row.indexOf(Math.max(...row))),
            bits: rows.map(([unit = 0]) => Number(unit > 0.5)),
            none: [],
          }[predicted];
          assert.deepEqual(Array.from(found.predicted), wanted);
          assert.ok(found.confidence.every((share) => share >= 0 && share <= 1));
          assert.equal(found.confidence.length, wanted.length);
          ways.push(history.loss[1] as number);
          outputs.dispose();
          disposeModel(model);
        }
        assertSame(ways[0] as number, ways[1] as number, "the loss of both ways");
        tf.dispose([inputs, labels]);
      });
    }
  }

  it("predicted has room for every class", async () => {
    const data = { inputs: tf.zeros([2, 6, 6, 1]), labels: tf.tensor1d([0, 1]) };
    for (const [units, kind] of [
      [256, Uint8Array],
      [257, Uint16Array],
      [65_537, Uint32Array],
    ] as const) {
      const bias = tf.tidy(() =>
        tf
          .oneHot([units - 1], units)
          .flatten()
          .toFloat()
          .mul(5),
      );
      const model = network(
        { units, activation: "softmax", kernelInitializer: "zeros" },
        kinds["softmax of 3, class numbers"]?.compile as Compile,
      );
      const last = model.layers.at(-1);
      last?.setWeights([last.getWeights()[0] as Tensor, bias]);
      const { predicted } = await evaluate(model, data);
      assert.ok(predicted instanceof kind, `${units}`);
      assert.deepEqual(Array.from(predicted), [units - 1, units - 1]);
      bias.dispose();
      disposeModel(model);
    }
    tf.dispose(data);
  });

  it("confidence is a probability: by softmax of logits, of one unit that of its answer", async () => {
    const inputs = tf.randomNormal([count, 6, 6, 1], 0, 1, "float32", 9);
    const labels = oneHot(3);
    const logits = network({ units: 3 }, { loss: tf.losses.softmaxCrossEntropy as never });
    const expected = tf.tidy(() => (logits.predict(inputs) as Tensor).softmax().max(1).dataSync());
    const found = await evaluate(logits, { inputs, labels });
    for (const [index, share] of expected.entries())
      assertSame(found.confidence[index] as number, share, "softmax");
    const unit = network({ units: 1, activation: "sigmoid" }, { loss: "binaryCrossentropy" });
    const second = tf.tidy(() => (unit.predict(inputs) as Tensor).dataSync());
    const bits = await evaluate(unit, { inputs, labels: tf.zeros([count]) });
    for (const [index, share] of second.entries()) {
      assertSame(bits.confidence[index] as number, Math.max(share, 1 - share), "unit");
    }
    tf.dispose([inputs, labels]);
    for (const model of [logits, unit]) disposeModel(model);
  });

  it("images bring class numbers, and each loss gets them in its form", async () => {
    const images = {
      count: 6,
      height: 6,
      width: 6,
      channels: 1 as const,
      pixels: Uint8Array.from({ length: 216 }, (_, i) => (i * 37) % 256),
      labels: Uint8Array.from([0, 1, 1, 0, 1, 0]),
      classes: ["cat", "dog"],
    };
    const inputs = tf.tensor4d(
      Float32Array.from(images.pixels, (byte) => byte / 255),
      [6, 6, 6, 1],
    );
    const numbers = tf.tensor1d(Float32Array.from(images.labels));
    for (const [units, activation, loss] of [
      [2, "softmax", "sparseCategoricalCrossentropy"],
      [2, "softmax", "categoricalCrossentropy"],
      [2, "sigmoid", "binaryCrossentropy"],
      [1, "sigmoid", "binaryCrossentropy"],
    ] as const) {
      const model = network({ units, activation }, { loss, ...accuracy });
      const isRow = units === 2 && loss !== "sparseCategoricalCrossentropy";
      const labels = isRow ? tf.tidy(() => tf.oneHot(numbers.toInt(), 2).toFloat()) : numbers;
      const expected = theirs(model, inputs, labels);
      const found = await evaluate(model, images);
      assertSame(found.loss, expected.loss, loss);
      assertSame(found.accuracy, expected.accuracy, loss);
      await fit(model, images, { epochs: 1, validation: images });
      if (isRow) labels.dispose();
      disposeModel(model);
    }
    tf.dispose([inputs, numbers]);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { take } from "../../../src/images/digits/digits.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";
import type { TrainingData } from "../../../src/networks/training/batches.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { drawn, smallNetwork } from "../helpers.js";

/** A network over 2 numbers that ends in a dense layer. */
function ending(units: number, activation: "softmax" | "sigmoid" | "linear", loss: string): LayersModel {
  const model = tf.sequential({
    name: "trial",
    layers: [tf.layers.dense({ inputShape: [2], units, activation })],
  });
  model.compile({ optimizer: "sgd", loss, metrics: ["accuracy"] });
  return model;
}

const sparse = () => ending(3, "softmax", "sparseCategoricalCrossentropy");
const oneHot = () => ending(3, "softmax", "categoricalCrossentropy");
const unit = () => ending(1, "sigmoid", "binaryCrossentropy");
const inputs = (count = 4) => tf.zeros([count, 2]);
const numbers = (...values: number[]) => tf.tensor1d(values);

/** What is refused: the model, the data, and what is said, with `<use>` for what they were meant for. */
const refused: Record<string, [model: () => LayersModel, data: () => unknown, message: string]> = {
  "no data": [
    sparse,
    () => undefined,
    "Cannot <use>: the data are undefined. Give Digits or Images, or tensors as { inputs, labels }.",
  ],
  "data of TensorFlow.js's names": [
    sparse,
    () => ({ xs: inputs(), ys: numbers(0, 1, 2, 0) }),
    "Cannot <use>: the data hold xs, ys. Give Digits or Images, or tensors as { inputs, labels }.",
  ],
  "labels that are a list": [
    sparse,
    () => ({ inputs: inputs(), labels: [0, 1, 2, 0] }),
    "Cannot <use>: the labels are no tensor. Make one by tf.tensor(labels).",
  ],
  "too large a label": [
    sparse,
    () => ({ inputs: inputs(), labels: numbers(1, 2, 3, 1) }),
    "Cannot <verb> label 3: the network tells 3 classes apart. Give labels from 0 to 2.",
  ],
  "a negative label": [
    sparse,
    () => ({ inputs: inputs(), labels: numbers(0, -1, 1, 2) }),
    "Cannot <verb> label -1: the network tells 3 classes apart. Give labels from 0 to 2.",
  ],
  "half a label": [
    sparse,
    () => ({ inputs: inputs(), labels: numbers(0, 0.5, 1, 2) }),
    "Cannot <verb> label 0.5: the network tells 3 classes apart. Give labels from 0 to 2.",
  ],
  "a label that is NaN": [
    sparse,
    () => ({ inputs: inputs(), labels: numbers(0, Number.NaN, 1, 2) }),
    "Cannot <verb> label NaN: the network tells 3 classes apart. Give labels from 0 to 2.",
  ],
  "digits of more classes": [
    () => smallNetwork(),
    () => ({ ...drawn(4), labels: Uint8Array.of(0, 3, 10, 9) }),
    "Cannot <verb> label 10: the network tells 10 classes apart. Give labels from 0 to 9.",
  ],
  "one-hot for class numbers": [
    sparse,
    () => ({ inputs: inputs(), labels: tf.zeros([4, 3]) }),
    "Cannot <use> trial: the labels have shape [any, 3], one-hot, and sparseCategoricalCrossentropy takes the number of each class. Give labels.argMax(-1), or compile it with categoricalCrossentropy.",
  ],
  "class numbers for one-hot": [
    oneHot,
    () => ({ inputs: inputs(), labels: numbers(0, 1, 2, 0) }),
    "Cannot <use> trial: the labels have shape [any, 1], numbers of classes, and categoricalCrossentropy takes them one-hot. Give tf.oneHot(labels, 3), or compile it with sparseCategoricalCrossentropy.",
  ],
  "one-hot of other classes": [
    oneHot,
    () => ({ inputs: inputs(), labels: tf.zeros([4, 4]) }),
    "Cannot <use> trial: the labels have shape [any, 4], and categoricalCrossentropy takes [any, 3]. Give labels of that shape.",
  ],
  "labels that are no probabilities": [
    unit,
    () => ({ inputs: inputs(), labels: numbers(-1, 1, 1, -1) }),
    "Cannot <verb> label -1: binaryCrossentropy takes numbers from 0 to 1. Give 1 for a class that is there.",
  ],
  "a measurement that is infinite": [
    () => ending(1, "linear", "meanSquaredError"),
    () => ({ inputs: inputs(), labels: numbers(1, Number.POSITIVE_INFINITY, 1, 1) }),
    "Cannot <verb> label Infinity: it is no finite number. Leave such examples out.",
  ],
  "one output for several classes": [
    () => ending(1, "sigmoid", "sparseCategoricalCrossentropy"),
    () => ({ inputs: inputs(), labels: numbers(0, 1, 1, 0) }),
    "Cannot <use> trial: it ends in 1 output, and sparseCategoricalCrossentropy needs one for each class, 2 or more. Compile it with binaryCrossentropy, or end it in 2 units with softmax.",
  ],
  "inputs of another shape": [
    sparse,
    () => ({ inputs: tf.zeros([4, 3]), labels: numbers(0, 1, 2, 0) }),
    "Cannot <use> trial: the inputs have shape [3] each, and it takes [2]. Resize or reshape them, or build it for them.",
  ],
  "digits of another size": [
    () => smallNetwork(),
    () => drawn(4, 1, 7),
    "Cannot <use> small: the inputs have shape [7, 7, 1] each, and it takes [8, 8, 1]. Resize or reshape them, or build it for them.",
  ],
  "more inputs than labels": [
    sparse,
    () => ({ inputs: inputs(5), labels: numbers(0, 1, 2, 0) }),
    "Cannot pair 5 inputs with 4 labels. Give one label for each input.",
  ],
  "an empty set": [
    () => smallNetwork(),
    () => take(drawn(4), 0, 0),
    "Cannot <use>: there are 0 <things>. Give at least one.",
  ],
};

const words = {
  train: { use: "train", verb: "learn", things: "examples" },
  evaluate: { use: "evaluate", verb: "evaluate", things: "images" },
  validate: { use: "validate", verb: "validate", things: "images" },
};

const fine = (model: LayersModel): TrainingData => {
  if (model.name === "small") return drawn(4);
  const isRow = model.loss === "categoricalCrossentropy";
  return { inputs: inputs(), labels: isRow ? tf.oneHot([0, 1, 2, 0], 3) : numbers(0, 1, 1, 0) };
};

const tensorsOf = (data: unknown) =>
  Object.values(data ?? {}).filter((each): each is Tensor => each instanceof tf.Tensor);

describe("data are checked before the first step", () => {
  for (const [name, [make, makeData, message]] of Object.entries(refused)) {
    it(`refuses ${name}, in the same words whatever comes next`, async () => {
      const [model, data] = [make(), makeData() as TrainingData];
      const said = ({ use, verb, things }: (typeof words)["train"]) =>
        message.replace("<use>", use).replace("<verb>", verb).replace("<things>", things);
      const [before, tensors] = [weightsHash(model), tf.memory().numTensors];
      for (const fast of [true, false]) {
        await assert.rejects(fit(model, data, { epochs: 1, fast }), { message: said(words.train) });
      }
      await assert.rejects(evaluate(model, data), { message: said(words.evaluate) });
      assert.equal(tf.memory().numTensors, tensors, "tensors left");
      if (data !== undefined && !/ends in 1 output/.test(message)) {
        const good = fine(model);
        const validated = fit(model, good, { epochs: 1, validation: data });
        await assert.rejects(validated, { message: said(words.validate) });
        tf.dispose(tensorsOf(good));
      }
      assert.equal(weightsHash(model), before, "a weight has moved");
      tf.dispose(tensorsOf(data));
      disposeModel(model);
    });
  }

  it("refuses models with several inputs or outputs, and says what takes them", async () => {
    const [a, b] = [tf.input({ shape: [2] }), tf.input({ shape: [2] })];
    const head = (from: tf.SymbolicTensor) =>
      tf.layers.dense({ units: 3, activation: "softmax" }).apply(from) as tf.SymbolicTensor;
    const forked = tf.model({ name: "forked", inputs: a, outputs: [head(a), head(a)] });
    const joined = tf.model({
      name: "joined",
      inputs: [a, b],
      outputs: head(tf.layers.add().apply([a, b]) as tf.SymbolicTensor),
    });
    const data = { inputs: inputs(), labels: numbers(0, 1, 2, 0) };
    for (const [model, counts] of [
      [forked, "1 input and 2 outputs"],
      [joined, "2 inputs and 1 output"],
    ] as const) {
      model.compile({ optimizer: "sgd", loss: "sparseCategoricalCrossentropy" });
      const said = (use: string, call: string) => ({
        name: "RangeError",
        message: `Cannot ${use} ${model.name}: it has ${counts}, and this takes models of one each. Call TensorFlow.js's own model.${call}(inputs, labels).`,
      });
      await assert.rejects(fit(model, data, { epochs: 1 }), said("train", "fit"));
      await assert.rejects(evaluate(model, data), said("evaluate", "evaluate"));
    }
    tf.dispose(data);
    for (const model of [forked, joined]) disposeModel(model);
  });

  it("lets inputs pass that are not finite: the loss says so", async () => {
    for (const fast of [true, false]) {
      const model = smallNetwork();
      const data = { inputs: tf.fill([8, 8, 8, 1], Number.NaN), labels: tf.zeros([8]) };
      const { loss } = await fit(model, data, { epochs: 2, fast });
      assert.ok(loss.every(Number.isNaN), `${loss}`);
      assert.ok(Number.isNaN((await evaluate(model, data)).loss));
      tf.dispose(data);
      disposeModel(model);
    }
  });

  it("refuses a scale that is no number, and pixels that do not make the images", async () => {
    const model = smallNetwork();
    for (const scale of [Number.NaN, Number.POSITIVE_INFINITY, "1" as unknown as number]) {
      await assert.rejects(fit(model, drawn(4), { epochs: 1, scale }), {
        name: "RangeError",
        message: `Cannot train: scale is ${scale}. Give a number, such as 1 / 255.`,
      });
    }
    await assert.rejects(evaluate(model, { ...drawn(4), count: 5 }), {
      name: "RangeError",
      message: "Cannot use 5 images of 8x8x1: pixels has 256 bytes and there are 4 labels. Give 320 and 5.",
    });
    disposeModel(model);
  });

  it("refuses what augment makes of the digits, when it is none or does not fit", async () => {
    const model = smallNetwork();
    const before = weightsHash(model);
    const wayOut = "in epoch 1. Return the images, changed or not.";
    for (const [made, message] of [
      [undefined, `Cannot train: augment gave undefined ${wayOut}`],
      [null, `Cannot train: augment gave null ${wayOut}`],
      [{ xs: 1 }, `Cannot train: augment gave an object of xs ${wayOut}`],
      [take(drawn(4), 0, 0), `Cannot train: augment gave 0 images ${wayOut}`],
      [drawn(4, 1, 7), /the inputs have shape \[7, 7, 1\] each, and it takes \[8, 8, 1\]/],
      [{ ...drawn(4), labels: Uint8Array.of(0, 1, 2, 77) }, /^RangeError: Cannot learn label 77/],
    ] as const) {
      const refusal = fit(model, drawn(4), { epochs: 1, augment: () => made as never });
      await assert.rejects(refusal, typeof message === "string" ? { name: "TypeError", message } : message);
    }
    assert.equal(weightsHash(model), before);
    disposeModel(model);
  });
});

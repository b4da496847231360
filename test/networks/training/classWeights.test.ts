import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { equation8, equation9 } from "../../../src/networks/models/lenet/losses.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";
import { fastTraining } from "../../../src/networks/training/fast/step.js";
import { fit } from "../../../src/networks/training/fit.js";
import { assertNear, largestGap, numbersOf } from "../helpers.js";

type Loss = tf.ModelCompileArgs["loss"];
type Activation = "softmax" | "sigmoid" | "linear";

function ending(units: number, activation: Activation, loss: Loss): LayersModel {
  const model = tf.sequential({
    name: "trial",
    layers: [
      tf.layers.dense({
        inputShape: [4],
        units,
        activation,
        kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }),
      }),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(0.5), loss, metrics: ["accuracy"] });
  return model;
}

const count = 12;
const numbers = (classes: number) =>
  tf.tensor1d(Array.from({ length: count }, (_, index) => (index * 5) % classes));
const oneHot = () => tf.tidy(() => tf.oneHot(numbers(3).toInt(), 3).toFloat());
const inputsOf = () => tf.randomNormal([count, 4], 0, 1, "float32", 8);

/** The kinds of models whose examples have a class. `fast`: those with a fast way of their own. */
const kinds: Record<string, { make: () => LayersModel; labels: () => Tensor; fast: boolean }> = {
  "class numbers": {
    make: () => ending(3, "softmax", "sparseCategoricalCrossentropy"),
    labels: () => numbers(3),
    fast: true,
  },
  "one-hot": { make: () => ending(3, "softmax", "categoricalCrossentropy"), labels: oneHot, fast: false },
  "one sigmoid unit": {
    make: () => ending(1, "sigmoid", "binaryCrossentropy"),
    labels: () => numbers(2),
    fast: false,
  },
  "squares, one-hot": { make: () => ending(3, "softmax", "meanSquaredError"), labels: oneHot, fast: false },
  "equation 8": { make: () => ending(3, "linear", equation8), labels: oneHot, fast: true },
  "equation 9": { make: () => ending(3, "linear", equation9(2)), labels: oneHot, fast: true },
};

const classWeights = { 0: 1, 1: 4, 2: 0.25 };

describe("classWeights", () => {
  for (const [name, { make, labels: makeLabels, fast }] of Object.entries(kinds)) {
    it(`${name}: weigh as TensorFlow.js's own fit has it`, async () => {
      const [inputs, labels] = [inputsOf(), makeLabels()];
      const options = { epochs: 1, batchSize: count };
      const theirs = make();
      const { history } = await theirs.fit(inputs, labels, {
        ...options,
        classWeight: classWeights,
        verbose: 0,
      });
      for (const way of [true, false]) {
        const model = make();
        if (fast) assert.equal(typeof fastTraining(model), "object", "it has a fast way");
        const tensors = tf.memory().numTensors;
        const { 2: third, ...two } = classWeights;
        const given = model.outputs[0]?.shape[1] === 1 ? two : { ...two, 2: third };
        const found = await fit(model, { inputs, labels }, { ...options, classWeights: given, fast: way });
        assert.equal(tf.memory().numTensors, tensors, "tensors left");
        assertNear(numbersOf(model), numbersOf(theirs), 1e-5, "weights");
        assertNear([found.loss, found.accuracy], [history.loss, history.acc] as number[][], 1e-5, "history");
        const plain = make();
        await fit(plain, { inputs, labels }, { ...options, fast: way });
        assert.ok(largestGap(numbersOf(plain), numbersOf(model)) > 1e-3, "they do something");
        for (const each of [model, plain]) disposeModel(each);
      }
      tf.dispose([inputs, labels]);
      disposeModel(theirs);
    });
  }

  it("a class that is not named counts 1, one that weighs 0 teaches nothing", async () => {
    const inputs = inputsOf();
    const make = kinds["class numbers"]?.make as () => LayersModel;
    const after = async (labels: Tensor, given?: Record<number, number>) => {
      const model = make();
      await fit(
        model,
        { inputs, labels },
        { epochs: 2, batchSize: count, ...(given ? { classWeights: given } : {}) },
      );
      const found = numbersOf(model);
      labels.dispose();
      disposeModel(model);
      return found;
    };
    assertNear(await after(numbers(3), { 1: 1 }), await after(numbers(3)), 1e-6, "weights");
    const start = make();
    assert.deepEqual(await after(tf.ones([count]), { 1: 0 }), numbersOf(start));
    inputs.dispose();
    disposeModel(start);
  });

  it("refuses weights that mean nothing", async () => {
    const refusals: [LayersModel, Tensor, object, RegExp][] = [
      [
        ending(1, "linear", "meanSquaredError"),
        tf.zeros([count]),
        { 0: 2 },
        /^TypeError: Cannot weigh the classes of trial: its outputs are no classes\./,
      ],
      [
        ending(3, "sigmoid", "binaryCrossentropy"),
        tf.zeros([count, 3]),
        { 0: 2 },
        /^TypeError: .* several at once/,
      ],
      [
        ending(3, "linear", (a, b) => tf.losses.softmaxCrossEntropy(a, b)),
        oneHot(),
        { 0: 2 },
        /^TypeError: .* its loss is one number for all examples of a batch\. Compile it/,
      ],
      [
        ending(3, "softmax", "categoricalCrossentropy"),
        oneHot(),
        { 3: 2 },
        /^RangeError: Cannot weigh class 3: trial tells 3 apart/,
      ],
      [
        ending(3, "softmax", "categoricalCrossentropy"),
        oneHot(),
        { cat: 2 },
        /^RangeError: Cannot weigh class cat/,
      ],
      [
        ending(3, "softmax", "categoricalCrossentropy"),
        oneHot(),
        { 1: -1 },
        /^RangeError: Cannot weigh class 1 by -1\. Give/,
      ],
      [
        ending(3, "softmax", "categoricalCrossentropy"),
        oneHot(),
        { 1: Number.NaN },
        /^RangeError: Cannot weigh class 1 by NaN/,
      ],
    ];
    for (const [model, labels, given, message] of refusals) {
      const inputs = inputsOf();
      const classWeights = given as Record<number, number>;
      await assert.rejects(fit(model, { inputs, labels }, { epochs: 1, classWeights }), message);
      tf.dispose([inputs, labels]);
      disposeModel(model);
    }
  });
});

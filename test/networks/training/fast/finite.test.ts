import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { SeededDropout } from "../../../../src/networks/models/dropout.js";
import { type LayersModel, type Tensor, tf } from "../../../../src/networks/tf.js";
import { evaluate } from "../../../../src/networks/training/evaluate.js";
import { fastTraining } from "../../../../src/networks/training/fast/step.js";
import { fit } from "../../../../src/networks/training/fit.js";
import { numbersOf } from "../../helpers.js";

const { conv2d, dense, flatten, maxPooling2d, averagePooling2d, globalMaxPooling2d, globalAveragePooling2d } =
  tf.layers;

const activations = ["relu", "tanh", "sigmoid", "linear"] as const;
const optimizers = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.1, 0.9),
  adam: () => tf.train.adam(0.01),
  rmsprop: () => tf.train.rmsprop(0.01),
};
const odd = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  3e38,
  -3e38,
  1e30,
  1e20,
  -1e12,
  1e-20,
  1e-38,
  1e-44,
];

interface Trial {
  activation: (typeof activations)[number];
  pooling: "max" | "average" | "none";
  head: "flatten" | "globalMax" | "globalAverage";
  hidden: boolean;
  dropout: boolean;
  optimizer: keyof typeof optimizers;
  /** Numbers put into the inputs and the weights: which, and where. */
  inInputs: readonly (readonly [value: number, place: number])[];
  inWeights: readonly (readonly [value: number, place: number])[];
}

const places = fc.array(fc.tuple(fc.constantFrom(...odd), fc.nat(10_000)), { maxLength: 2 });
const trials: fc.Arbitrary<Trial> = fc.record({
  activation: fc.constantFrom(...activations),
  pooling: fc.constantFrom("max", "average", "none"),
  head: fc.constantFrom("flatten", "globalMax", "globalAverage"),
  hidden: fc.boolean(),
  dropout: fc.boolean(),
  optimizer: fc.constantFrom(...(Object.keys(optimizers) as (keyof typeof optimizers)[])),
  inInputs: places,
  inWeights: places,
});

function build({ activation, pooling, head, hidden, dropout, optimizer, inWeights }: Trial): LayersModel {
  const model = tf.sequential({ name: "trial" });
  model.add(conv2d({ filters: 2, kernelSize: 3, activation, inputShape: [6, 6, 1] }));
  if (pooling === "max") model.add(maxPooling2d({ poolSize: 2 }));
  if (pooling === "average") model.add(averagePooling2d({ poolSize: 2 }));
  if (head === "flatten") model.add(flatten());
  if (head === "globalMax") model.add(globalMaxPooling2d({}));
  if (head === "globalAverage") model.add(globalAveragePooling2d({}));
  if (hidden) model.add(dense({ units: 4, activation }));
  if (dropout) model.add(new SeededDropout({ rate: 0.3 }));
  model.add(dense({ units: 3, activation: "softmax" }));
  tf.tidy(() =>
    model.setWeights(
      model.getWeights().map(({ shape }, index) => {
        const values = tf.randomUniform(shape, -0.5, 0.5, "float32", 11 + index).dataSync();
        for (const [value, place] of inWeights) {
          if (place % 4 === index % 4) values[place % values.length] = value;
        }
        return tf.tensor(values, shape);
      }),
    ),
  );
  const compiled = { loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] };
  model.compile({ optimizer: optimizers[optimizer](), ...compiled });
  return model;
}

function dataOf({ inInputs }: Trial): { inputs: Tensor; labels: Tensor } {
  const shape = [4, 6, 6, 1];
  const values = tf.tidy(() => tf.randomUniform(shape, 0, 1, "float32", 5).dataSync());
  for (const [value, place] of inInputs) values[place % values.length] = value;
  return { inputs: tf.tensor(values, shape), labels: tf.tensor1d([0, 1, 2, 1]) };
}

async function outcome(trial: Trial, epochs: number, fast: boolean) {
  const [model, data] = [build(trial), dataOf(trial)];
  assert.equal(typeof fastTraining(model), "object", "it has a fast way");
  const tensors = tf.memory().numTensors;
  const { loss, accuracy } = await fit(model, data, { epochs, batchSize: 4, fast });
  const measured = await evaluate(model, data);
  const slow = tf.tidy(() =>
    [model.evaluate(data.inputs, data.labels)].flat().map((each) => each.dataSync()[0] as number),
  );
  const weights = numbersOf(model);
  const left = tf.memory().numTensors - tensors;
  tf.dispose(data);
  disposeModel(model);
  return { loss, accuracy, measured, slow, weights, left };
}

/** Both are not finite, or they agree to rounding. */
function agree(a: number, b: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.isFinite(a) === Number.isFinite(b);
  return Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(a), Math.abs(b));
}

function assertAgree(a: readonly number[], b: readonly number[], what: string): void {
  const gap = a.findIndex((value, index) => !agree(value, b[index] as number));
  assert.equal(gap, -1, `${what}: the fast way has ${a[gap]}, TensorFlow.js ${b[gap]}`);
}

describe("numbers that are not finite, huge and tiny", () => {
  it("both ways of training give the same losses and weights, or none that are finite", async () => {
    await fc.assert(
      fc.asyncProperty(trials, async (trial) => {
        const epochs = 2;
        const [quick, plain] = [await outcome(trial, epochs, true), await outcome(trial, epochs, false)];
        assertAgree(quick.loss, plain.loss, "loss");
        assertAgree(quick.accuracy, plain.accuracy, "accuracy");
        for (const [index, weights] of quick.weights.entries()) {
          assertAgree(weights, plain.weights[index] as number[], `weights ${index}`);
        }
        const found = [quick.measured.loss, quick.measured.accuracy];
        assertAgree(found, quick.slow, "evaluate");
        assert.equal(quick.left, plain.left, "tensors left");
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  const cases: Record<
    string,
    { layers: () => tf.layers.Layer[]; weights: number[][]; inputs: number[][]; labels: number[] }
  > = {
    "a gradient too large, behind a unit that passes nothing": {
      layers: () => [
        dense({ units: 1, activation: "relu", inputShape: [1] }),
        dense({ units: 3, activation: "softmax" }),
      ],
      weights: [[-1], [0], [-3e38, 3e38, 3e38], [0, 0, 0]],
      inputs: [[1]],
      labels: [0],
    },
    "a gradient whose square is too large": {
      layers: () => [dense({ units: 2, activation: "softmax", inputShape: [1] })],
      weights: [
        [0, 0],
        [0, 0],
      ],
      inputs: [[1e20], [1e20]],
      labels: [0, 0],
    },
    "a score that is NaN": {
      layers: () => [dense({ units: 3, activation: "softmax", inputShape: [1] })],
      weights: [
        [0, 0, 0],
        [0, Number.NaN, 1],
      ],
      inputs: [[1], [1]],
      labels: [2, 2],
    },
  };
  for (const [name, { layers, weights, inputs, labels }] of Object.entries(cases)) {
    it(`${name}: both ways agree`, async () => {
      const run = async (fast: boolean) => {
        const model = tf.sequential({ layers: layers() });
        tf.tidy(() =>
          model.setWeights(
            model.getWeights().map(({ shape }, at) => tf.tensor(weights[at] as number[], shape)),
          ),
        );
        const compiled = { loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] };
        // What adam sees, others do not.
        const optimizer = name.startsWith("a gradient") ? optimizers.adam() : optimizers.sgd();
        model.compile({ optimizer, ...compiled });
        const data = { inputs: tf.tensor2d(inputs), labels: tf.tensor1d(labels) };
        const first = await fit(model, data, { epochs: 3, batchSize: 4, fast });
        // Another training, on other numbers, finds the optimizer as this one left it.
        const tame = { inputs: tf.onesLike(data.inputs), labels: data.labels };
        const second = await fit(model, tame, { epochs: 2, batchSize: 4, fast });
        const numbers = [first.loss, first.accuracy, second.loss, second.accuracy, ...numbersOf(model)];
        tf.dispose([data, tame]);
        disposeModel(model);
        return numbers;
      };
      const [quick, plain] = [await run(true), await run(false)];
      for (const [at, numbers] of quick.entries()) assertAgree(numbers, plain[at] as number[], `list ${at}`);
    });
  }
});

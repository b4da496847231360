// node bench/sameNumbers.mjs: do `train` and PyTorch reach the same numbers from the same first weights on the same
// batches? Gradients of one batch, weights after 50 steps of gradient descent, Adam's updates. Ends with 1 if they do not.
// Takes the environment of `npm run bench -- --install`.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { disposeModel, loadMnist, tf, train } from "../dist/index.js";
import { peersPython } from "../scripts/bench/run.mjs";
import { buildModel, modelNames } from "./models.mjs";

/** @import { LayersModel } from "../dist/networks/tf.js" */
/** @import { Optimizer } from "@tensorflow/tfjs" */

/** @typedef {{ shape: number[], values: number[] }[]} Numbers the weights of a network, array by array */

const root = fileURLToPath(new URL("..", import.meta.url));
const [batch, steps] = [32, 50];
const { train: digits } = await loadMnist({ trainImages: batch * steps, testImages: 1 });

/** @type {Record<string, Record<string, Numbers>>} */
const results = {};
for (const name of modelNames) {
  const start = startOf(name);
  results[name] = {
    start,
    gradients: await weightsAfter(name, start, 1, tf.train.sgd(1)),
    sgd: await weightsAfter(name, start, steps, tf.train.sgd(0.1)),
    adam5: await weightsAfter(name, start, 5, tf.train.adam(0.001)),
    adam: await weightsAfter(name, start, steps, tf.train.adam(0.001)),
  };
}
mkdirSync(`${root}.cache/bench`, { recursive: true });
const file = `${root}.cache/bench/numbers.json`;
const { pixels, labels } = digits;
writeFileSync(file, JSON.stringify({ batch, pixels: [...pixels], labels: [...labels], results }));
const { status } = spawnSync(peersPython(root), [`${root}bench/same_numbers.py`, file], { stdio: "inherit" });
process.exitCode = status ?? 1;

/**
 * First weights. Biases, which start at 0, are drawn as well: a wrong one would hide there.
 *
 * @param {string} name
 */
function startOf(name) {
  const model = buildModel(name);
  const numbers = numbersOf(model).map(({ shape, values }, index) => {
    const drawn = tf.randomUniform(shape, -0.1, 0.1, "float32", 7 + index);
    return { shape, values: shape.length === 1 ? [...drawn.dataSync()] : values };
  });
  disposeModel(model);
  return numbers;
}

/**
 * Trains batch after batch, so that only the order within a batch is drawn, which changes nothing but rounding.
 *
 * @param {string} name
 * @param {Numbers} start
 * @param {number} count
 * @param {Optimizer} optimizer
 */
async function weightsAfter(name, start, count, optimizer) {
  const model = buildModel(name);
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  tf.tidy(() => model.setWeights(start.map(({ shape, values }) => tf.tensor(values, shape))));
  for (let step = 0; step < count; step++) {
    const [from, to] = [step * batch, (step + 1) * batch];
    const part = {
      ...digits,
      count: batch,
      pixels: pixelsOf(from, to),
      labels: digits.labels.subarray(from, to),
    };
    await train(model, part, { epochs: 1, batchSize: batch, quiet: true });
  }
  const numbers = numbersOf(model);
  disposeModel(model);
  return numbers;
}

/**
 * @param {LayersModel} model
 * @returns {Numbers}
 */
function numbersOf(model) {
  return model.getWeights().map((weight) => ({ shape: weight.shape, values: [...weight.dataSync()] }));
}

/**
 * @param {number} from
 * @param {number} to
 */
function pixelsOf(from, to) {
  return digits.pixels.subarray(784 * from, 784 * to);
}

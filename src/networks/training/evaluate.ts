import { indexOfLargest } from "../../arithmetic/largest.js";
import { requireOneEach } from "../../arithmetic/lists.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { judgeScores, scoreLossOf } from "../models/lenet/losses.js";
import { type LayersModel, tf } from "../tf.js";
import { batchesOf, type TrainingData } from "./batches.js";
import { fastOutputs, fits } from "./fast/outputs.js";
import { defaultScale } from "./inputs.js";

/** What a network says about each image of a set. */
export interface Evaluation {
  /** Mean cross-entropy, in nats, or the mean of the loss on scores that the model was compiled with. */
  loss: number;
  /** Share of images whose most probable class is the label. */
  accuracy: number;
  /** The class with the largest output for each image. */
  predicted: Uint8Array;
  /** The probability of that class. */
  confidence: Float32Array;
}

/** Probabilities below this count as this, so that one sure mistake does not make the loss infinite (Keras does the same). */
const smallestProbability = 1e-7;

/**
 * What a classifier says of labelled images, run in batches: its loss, its accuracy, and the class of each image. It learns nothing.
 * Leaves no tensor behind.
 *
 * @param options.scale factor on the bytes of `Digits`. @default {1 / 255}
 * @param options.batchSize images at once. @default {500}
 * @throws {RangeError} if there are no images, or the batch size is no whole number from 1
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 100 });
 * const { predicted } = await evaluate(await loadTrained("mnist-cnn"), test);
 * predicted // [7, 2, 1, …]: the classes of the first digits
 * @see notebooks/06-mnist-cnn.ipynb
 */
export async function evaluate(
  model: LayersModel,
  data: TrainingData,
  options: { scale?: number; batchSize?: number } = {},
): Promise<Evaluation> {
  const { scale = defaultScale, batchSize = 500 } = options;
  const source = batchesOf(data, scale);
  if (source.count === 0) throw new RangeError("Cannot evaluate: there are 0 images. Give at least one.");
  requireWhole("evaluate", { batchSize }, { from: 1 });
  const outputs = outputsOf(model);
  const judge = judgeOf(model);
  const predicted = new Uint8Array(source.count);
  const confidence = new Float32Array(source.count);
  let [lossSum, correct] = [0, 0];
  for (let from = 0; from < source.count; from += batchSize) {
    const indices = Uint32Array.from(
      { length: Math.min(batchSize, source.count - from) },
      (_, i) => from + i,
    );
    const { inputs, labels } = source.batch(indices);
    const { answers, wanted, classes } = await answersOf(outputs, inputs, labels);
    wanted.forEach((label, row) => {
      const scores = answers.subarray(row * classes, (row + 1) * classes);
      const best = indexOfLargest(scores);
      const { loss, probabilities } = judge(scores, label);
      predicted[from + row] = best;
      confidence[from + row] = probabilities[best] as number;
      lossSum += loss;
      if (best === label) correct += 1;
    });
    // Messages and timers get their turn: a progress bar moves on, a notebook's stop button is heard.
    await new Promise(setImmediate);
  }
  return { loss: lossSum / source.count, accuracy: correct / source.count, predicted, confidence };
}

/** What the model makes of inputs, row after row: the fast way where there is one. */
function outputsOf(model: LayersModel): (inputs: tf.Tensor) => Float32Array {
  const found = fastOutputs(model);
  const plain = (inputs: tf.Tensor) =>
    tf.tidy(() => (model.predict(inputs) as tf.Tensor).dataSync<"float32">());
  return (inputs) => (typeof found !== "string" && fits(model, inputs) ? found(inputs) : plain(inputs));
}

/** The outputs for a batch and its labels as numbers. Disposes both tensors, also when the model refuses them. */
async function answersOf(outputs: (inputs: tf.Tensor) => Float32Array, inputs: tf.Tensor, labels: tf.Tensor) {
  try {
    const [answers, wanted] = [outputs(inputs), await labels.data()];
    return { answers, wanted, classes: answers.length / wanted.length };
  } finally {
    tf.dispose([inputs, labels]);
  }
}

/** Loss and probabilities of an example by what the model gives for it: probabilities, or scores where its loss is on scores. */
function judgeOf(model: LayersModel) {
  const onScores = scoreLossOf(model);
  if (onScores) return (scores: Float32Array, label: number) => judgeScores(onScores, scores, label);
  return (probabilities: Float32Array, label: number) => ({
    loss: -Math.log(Math.max(probabilities[label] as number, smallestProbability)),
    probabilities,
  });
}

/**
 * How often each class was taken for each: `counts[label][predicted]`.
 *
 * @param classes how many there are. @default {10}
 * @throws {RangeError} if there is not one prediction for each label, or a class is not below their number
 * @example confusionCounts(Uint8Array.of(0, 0, 1), Uint8Array.of(0, 1, 1), 2) // [[1, 1], [0, 1]]
 */
export function confusionCounts(labels: Uint8Array, predicted: Uint8Array, classes = 10): number[][] {
  requireOneEach("count confusions", { labels, predictions: predicted });
  const unknown = [...labels, ...predicted].find((value) => value >= classes);
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot count confusions: class ${unknown} is not below ${classes}. Pass how many there are.`,
    );
  }
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((label, index) => {
    const row = counts[label] as number[];
    const column = predicted[index] as number;
    row[column] = (row[column] as number) + 1;
  });
  return counts;
}

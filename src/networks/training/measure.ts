import { indexOfLargest } from "../../arithmetic/largest.js";
import { nextTurn } from "../../platform/turn.js";
import type { Measure } from "../models/innerModel.js";
import { scoreLossOf } from "../models/lenet/losses.js";
import { type LayersModel, type Tensor, tf } from "../tf.js";
import { type Answers, answersOf } from "./answers.js";
import type { BatchSource } from "./batches.js";
import { compiledOf, usualAccuracy } from "./compiled.js";
import { modelOutputs } from "./modelOutputs.js";
import { targetsOf } from "./targets.js";

/** What a network says about each image of a set. */
export interface Evaluation {
  /** The mean of the loss that the model was compiled with, as `model.evaluate` of TensorFlow.js gives it. */
  loss: number;
  /**
   * The accuracy that the model was compiled with, by that name. A classifier compiled without gets the accuracy TensorFlow.js
   * takes for its loss; where there are no classes it is NaN.
   */
  accuracy: number;
  /**
   * The class of each image: the one with the largest output; of a single sigmoid unit 1 where it is above a half. One for each
   * place, image after image, where outputs are maps; empty where there are no classes, as in regression.
   */
  predicted: Uint8Array | Uint16Array | Uint32Array;
  /** The probability of that class: by softmax, where the outputs are logits. */
  confidence: Float32Array;
}

/** Loss and accuracy of a model over checked data, and what it says of each image. */
export async function measured(
  model: LayersModel,
  source: BatchSource,
  batchSize?: number,
): Promise<Evaluation> {
  const answers = answersOf(model);
  const { loss, accuracy } = measuresOf(model, answers);
  const outputsOf = modelOutputs(model);
  const toTargets = targetsOf(model, source);
  const size = batchSize ?? usualBatch(model);
  const sums = { loss: 0, accuracy: 0 };
  const [predicted, confidence]: [number[], number[]] = [[], []];
  for (let from = 0; from < source.count; from += size) {
    const count = Math.min(size, source.count - from);
    const batch = source.batch(Uint32Array.from({ length: count }, (_, index) => from + index));
    try {
      tf.tidy(() => {
        const [outputs, targets] = [outputsOf(batch.inputs), toTargets(batch.labels)];
        sums.loss += total(loss(targets, outputs), count);
        sums.accuracy += accuracy ? total(accuracy(targets, outputs), count) : Number.NaN;
        if (answers.kind !== "numbers") read(outputs.dataSync(), answers, predicted, confidence);
      });
    } finally {
      tf.dispose([batch.inputs, batch.labels]);
    }
    // Messages and timers get their turn: a progress bar moves on, a notebook's stop button is heard.
    await nextTurn();
  }
  return {
    loss: sums.loss / source.count,
    accuracy: sums.accuracy / source.count,
    predicted: whole(answers.classes, predicted),
    confidence: Float32Array.from(confidence),
  };
}

/** The mean of what a measure gives for so many examples, times their count. */
function total(measured: Tensor, count: number): number {
  const values = measured.dataSync();
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum * (count / values.length);
}

/**
 * A loss of somebody's own may be something else than a mean over examples, the root of one for example, and so depend on the
 * batches: then those of TensorFlow.js.
 */
function usualBatch(model: LayersModel): number {
  const isOwn = typeof model.loss === "function" && !scoreLossOf(model);
  return isOwn ? 32 : 500;
}

/** The loss and the accuracy by which a model is measured. */
function measuresOf(model: LayersModel, { kind, outputs }: Answers): { loss: Measure; accuracy?: Measure } {
  const compiled = compiledOf(model);
  if (!compiled) return { loss: crossEntropy, accuracy: tf.metrics.sparseCategoricalAccuracy };
  const { loss, lossName, accuracy } = compiled;
  if (accuracy || kind === "numbers") return { loss, ...(accuracy ? { accuracy } : {}) };
  return {
    loss,
    accuracy: loss === tf.losses.sigmoidCrossEntropy ? ofLogits : usualAccuracy(lossName, outputs),
  };
}

const ofLogits: Measure = (wanted, logits) => tf.metrics.binaryAccuracy(wanted, logits.sigmoid());

/** Of a model without a loss of its own: what sparse categorical cross-entropy would be. */
function crossEntropy(labels: Tensor, answers: Tensor): Tensor {
  const wanted = tf.oneHot(labels.flatten().cast("int32"), answers.shape.at(-1) as number);
  return tf.metrics.categoricalCrossentropy(wanted.reshape(answers.shape), answers);
}

/** Notes class and confidence of every row. */
function read(
  values: ArrayLike<number>,
  { kind, outputs, probabilities }: Answers,
  predicted: number[],
  confidence: number[],
) {
  const rows = values as Float32Array;
  for (let from = 0; from < rows.length; from += outputs) {
    const row = rows.subarray(from, from + outputs);
    const shares = probabilities(row);
    const best = kind === "unit" ? Number((shares[1] as number) > 0.5) : indexOfLargest(row);
    predicted.push(best);
    confidence.push(shares[best] as number);
  }
}

/** The numbers of classes in the narrowest list that holds them. */
function whole(classes: number, values: readonly number[]): Evaluation["predicted"] {
  if (classes <= 256) return Uint8Array.from(values);
  return classes <= 65_536 ? Uint16Array.from(values) : Uint32Array.from(values);
}

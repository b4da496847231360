import { seeded, shuffled } from "../../arithmetic/random.js";
import type { LayersModel } from "../tf.js";
import { batchesOf, type TrainingData } from "./batches.js";
import { evaluate } from "./evaluate.js";
import { checkFit, type FitOptions } from "./fitOptions.js";
import { defaultScale } from "./inputs.js";
import { setLearningRate } from "./learningRate.js";
import { trainingOf } from "./training.js";

/**
 * What a training did: one entry an epoch. A stopped training ends with what its last, partial epoch reached; that
 * epoch's validation was not measured and is NaN.
 */
export interface History {
  loss: number[];
  accuracy: number[];
  validationLoss?: number[];
  validationAccuracy?: number[];
  /** Seconds each epoch took, validation included. */
  seconds: number[];
  /** True when it ended before its time. */
  stopped: boolean;
}

/** Where a training stands after a batch: means over the running epoch. */
export interface BatchReport {
  /** The running epoch, counted from 1. */
  epoch: number;
  epochs: number;
  /** Examples seen in this epoch, of `total`. */
  seen: number;
  total: number;
  loss: number;
  accuracy: number;
}

/** Somebody who watches: neither method may change the model. */
export interface FitObserver {
  onBatch?(report: BatchReport): void;
  onEpoch?(epoch: number, history: History): void;
}

/** How long the loop may keep Node's event loop from other work: messages, timers, an interrupt. */
const yieldEveryMilliseconds = 50;

/**
 * Trains a compiled model by gradient descent on shuffled batches, and returns what each epoch reached. Adds no tensors besides the
 * optimizer's own. The same data, options, seeds and model give the same history.
 *
 * @throws {Error} if the model is not compiled
 * @throws {RangeError} if there are no examples, or epochs or batch size are no whole numbers from 1
 * @throws {TypeError} if tensors are to be augmented
 * @example
 * const { train } = await loadMnist({ trainImages: 64, testImages: 0 });
 * const history = await fit(mnistCnn({ filters: [2, 4] }), train, { epochs: 2 });
 * history.loss.length // 2
 */
export async function fit(
  model: LayersModel,
  data: TrainingData,
  options: FitOptions,
  observers: readonly FitObserver[] = [],
): Promise<History> {
  const { epochs, batchSize = 32, scale = defaultScale, seed = 1, validation, signal, fast = true } = options;
  const { learningRate, augment } = options;
  const given = batchesOf(data, scale);
  checkFit(model, data, given.count, options);
  const training = trainingOf(model, fast);
  const random = seeded(seed);
  const history: History = { loss: [], accuracy: [], seconds: [], stopped: false };
  if (validation) Object.assign(history, { validationLoss: [], validationAccuracy: [] });
  let lastYield = performance.now();

  try {
    for (let epoch = 1; epoch <= epochs && !signal?.aborted; epoch++) {
      const started = performance.now();
      const source = augment && "pixels" in data ? batchesOf(augment(data, epoch), scale) : given;
      const order = shuffled(source.count, random);
      let [seen, lossSum, correctSum] = [0, 0, 0];
      while (seen < source.count && !signal?.aborted) {
        const indices = order.subarray(seen, seen + batchSize);
        if (learningRate) setLearningRate(model, learningRate((epoch - 1 + seen / source.count) / epochs));
        const [loss, accuracy] = await training.step(source.batch(indices));
        seen += indices.length;
        lossSum += loss * indices.length;
        correctSum += accuracy * indices.length;
        const report = {
          epoch,
          epochs,
          seen,
          total: source.count,
          loss: lossSum / seen,
          accuracy: correctSum / seen,
        };
        for (const observer of observers) observer.onBatch?.(report);
        if (performance.now() - lastYield > yieldEveryMilliseconds) {
          await new Promise(setImmediate);
          lastYield = performance.now();
        }
      }
      if (seen === 0) break;
      history.loss.push(lossSum / seen);
      history.accuracy.push(correctSum / seen);
      if (validation) {
        const measured = signal?.aborted ? undefined : await evaluate(model, validation, { scale });
        history.validationLoss?.push(measured?.loss ?? Number.NaN);
        history.validationAccuracy?.push(measured?.accuracy ?? Number.NaN);
      }
      history.seconds.push((performance.now() - started) / 1000);
      for (const observer of observers) observer.onEpoch?.(epoch, history);
    }
  } finally {
    training.finish();
  }
  history.stopped = signal?.aborted ?? false;
  return history;
}

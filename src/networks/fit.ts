import { seeded, shuffled } from "../arithmetic/random.js";
import type { Digits } from "../images/digits.js";
import { type BatchSource, batchesOf, type TrainingData } from "./batches.js";
import { evaluate } from "./evaluate.js";
import { defaultScale } from "./inputs.js";
import { setLearningRate } from "./learningRate.js";
import type { LayersModel } from "./tf.js";
import { trainingOf } from "./training.js";

export interface FitOptions {
  /** Passes over the data. */
  epochs: number;
  /** Examples a step. @default {32} */
  batchSize?: number;
  /** Factor on the bytes of `Digits`. @default {1 / 255}: networks take pixels from 0 to 1 */
  scale?: number;
  /** Seed of the order in which examples are drawn. @default {1} */
  seed?: number;
  /** Digits to measure on after each epoch; nothing is learned from them. */
  validation?: TrainingData;
  /**
   * The learning rate by the share of the training that is done, from 0 to 1, set before each step: see {@link oneCycle}.
   * Without it the optimizer's own rate stays.
   */
  learningRate?: (share: number) => number;
  /** Makes other digits of the given ones, anew for each epoch: `(digits, epoch) => distort(digits, { seed: epoch })`. */
  augment?: (digits: Digits, epoch: number) => Digits;
  /** Stops the training at the end of the running batch. */
  signal?: AbortSignal;
  /**
   * Whether to call TensorFlow's operations directly where we know all layers: the same numbers, in half the time or
   * less. `false` leaves all to TensorFlow.js, as do networks with other layers and other backends. @default {true}
   */
  fast?: boolean;
}

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
  /** 1-based. */
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
 * Trains a compiled model by gradient descent on shuffled batches. Adds no tensors besides the optimizer's own.
 * The same data, options, seeds and model give the same history.
 *
 * @throws {Error} if the model is not compiled, {@link RangeError} for impossible options
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
  checkFit(model, given, epochs, batchSize);
  if (augment && !("pixels" in data)) {
    throw new TypeError(
      "Cannot augment tensors: only digits can be changed from epoch to epoch. Give Digits.",
    );
  }
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

function checkFit(model: LayersModel, source: BatchSource, epochs: number, batchSize: number): void {
  if (!model.optimizer) {
    throw new Error(
      `Cannot train ${model.name}: it is not compiled. Call compileClassifier(model) or model.compile(...) first.`,
    );
  }
  if (source.count === 0) throw new RangeError("Cannot train: there are 0 examples. Give at least one.");
  for (const [name, value] of Object.entries({ epochs, batchSize })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`Cannot train: ${name} is ${value}. Give a whole number from 1 up.`);
    }
  }
}

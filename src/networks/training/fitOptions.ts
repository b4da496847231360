import { requireWhole } from "../../arithmetic/whole.js";
import type { ImageSet } from "../../images/images.js";
import type { LayersModel } from "../tf.js";
import type { TrainingData } from "./batches.js";
import type { LearningRate } from "./learningRate.js";

/** How a training goes. */
export interface FitOptions {
  /** Passes over the data. */
  epochs: number;
  /** Examples a step. @default {32} */
  batchSize?: number;
  /** Factor on the bytes of images: networks take pixels from 0 to 1. @default {1 / 255} */
  scale?: number;
  /** Seed of the order in which examples are drawn. @default {1} */
  seed?: number;
  /** What to measure on after each epoch; nothing is learned from them. */
  validation?: TrainingData;
  /**
   * The learning rate by the share of the training that is done, from 0 to 1, set before each step: see `oneCycle`.
   * @default {the optimizer's own, which stays}
   */
  learningRate?: LearningRate;
  /** Makes other images of the given ones, anew for each epoch: `(images, epoch) => distort(images, { seed: epoch })`. */
  augment?(images: ImageSet, epoch: number): ImageSet;
  /** Stops the training at the end of the running batch. */
  signal?: AbortSignal;
  /**
   * Whether to call TensorFlow's operations directly where we know all layers: the same numbers, in half the time or
   * less. `false` leaves all to TensorFlow.js, as do networks with other layers and other backends. @default {true}
   */
  fast?: boolean;
}

/**
 * Refuses a training that cannot be.
 *
 * @throws {Error} if the model is not compiled
 * @throws {RangeError} if there are no examples, or epochs or batch size are no whole numbers from 1
 * @throws {TypeError} if tensors are to be augmented
 */
export function checkFit(model: LayersModel, data: TrainingData, count: number, options: FitOptions): void {
  const { epochs, batchSize = 32, augment } = options;
  if (!model.optimizer) {
    throw new Error(
      `Cannot train ${model.name}: it is not compiled. Call compileClassifier(model) or model.compile(...) first.`,
    );
  }
  if (count === 0) throw new RangeError("Cannot train: there are 0 examples. Give at least one.");
  if (augment && !("pixels" in data)) {
    throw new TypeError(
      "Cannot augment tensors: only digits can be changed from epoch to epoch. Give Digits.",
    );
  }
  requireWhole("train", { epochs, batchSize }, { from: 1 });
}

import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { ImageSet } from "../../images/images.js";
import { innerModel } from "../models/innerModel.js";
import type { LayersModel } from "../tf.js";
import type { TrainingData } from "./batches.js";
import { type EarlyStopping, requireEarlyStopping } from "./earlyStopping.js";
import type { FitObserver } from "./history.js";
import type { LearningRateOption } from "./schedules.js";

/** How a training goes. */
export interface FitOptions {
  /** Passes over the data. */
  epochs: number;
  /** Examples a step. @default {32} */
  batchSize?: number | undefined;
  /** Factor on the bytes of images: networks take pixels from 0 to 1. @default {1 / 255} */
  scale?: number | undefined;
  /** Seed of the order in which examples are drawn. @default {1} */
  seed?: number | undefined;
  /** Images to measure on after each epoch; nothing is learned from them. */
  validation?: TrainingData | undefined;
  /**
   * The learning rate: a number, a schedule by its name (`"oneCycle"`, `"cosine"`, `"linear"`, `"exponential"`, `"step"`), which starts
   * from the optimizer's own rate, or a function of the share of the training that is done, from 0 to 1, asked before each
   * step: see `oneCycle`. Afterwards the optimizer has its own rate again. @default {the optimizer's own}
   */
  learningRate?: LearningRateOption | undefined;
  /** Makes other images of the given ones, anew for each epoch: `(images, epoch) => distort(images, { seed: epoch })`. */
  augment?(images: ImageSet, epoch: number): ImageSet;
  /** Ends the training when the loss on `validation` gets no better. The model keeps the weights of its best epoch. */
  earlyStopping?: EarlyStopping | undefined;
  /** How much the examples of each class count: `{ 3: 10 }`. Classes that are not named count 1. */
  classWeights?: Readonly<Record<number, number>> | undefined;
  /** Told of every batch and epoch. */
  observers?: readonly FitObserver[] | undefined;
  /** Stops the training at the end of the running batch. */
  signal?: AbortSignal | undefined;
  /**
   * Whether to call TensorFlow's operations directly where we know all layers: the same numbers, in half the time or
   * less. `false` leaves all to TensorFlow.js, as do networks with other layers and other backends. @default {true}
   */
  fast?: boolean | undefined;
}

const known = [
  "epochs",
  "batchSize",
  "scale",
  "seed",
  "validation",
  "learningRate",
  "augment",
  "earlyStopping",
  "classWeights",
  "observers",
  "signal",
  "fast",
];

/** What TensorFlow.js and Keras call some of them. */
const elsewhere = {
  callbacks: "observers",
  classWeight: "classWeights",
  validationData: "validation",
  verbose: "quiet",
};

/**
 * Refuses options that are missing, have unknown names or impossible values.
 *
 * @param more names that the caller reads besides
 * @throws {TypeError} if they are missing, or one has another name or is of another kind
 * @throws {RangeError} if a value is impossible
 */
export function requireFitOptions(options: FitOptions, more: readonly string[] = []): void {
  requireOptions("train", options, [...known, ...more], elsewhere);
  const { epochs, batchSize = 32, earlyStopping, observers = [], validation } = options;
  requireWhole("train", { epochs, batchSize }, { from: 1 });
  if (earlyStopping !== undefined) {
    requireEarlyStopping(earlyStopping);
    if (validation === undefined) {
      throw new TypeError("Cannot stop early: there is nothing to measure on. Give images as validation.");
    }
  }
  const watches = (observer: FitObserver) =>
    [observer?.onBatch, observer?.onEpoch].some((method) => typeof method === "function");
  if (!Array.isArray(observers) || !observers.every(watches)) {
    throw new TypeError(
      "Cannot train: an observer has neither onBatch nor onEpoch. Give a list of such objects.",
    );
  }
}

/**
 * Refuses a training that cannot be.
 *
 * @throws {Error} if the model is not compiled
 * @throws {RangeError} if all its layers are frozen
 * @throws {TypeError} if tensors are to be augmented
 */
export function requireTrainable(model: LayersModel, data: TrainingData, { augment }: FitOptions): void {
  if (!model.optimizer) {
    throw new Error(
      `Cannot train ${model.name}: it is not compiled. Call compileClassifier(model) or model.compile(...) first.`,
    );
  }
  if (innerModel(model).collectedTrainableWeights.length === 0) {
    throw new RangeError(
      `Cannot train ${model.name}: none of its weights learns. Set trainable of a layer that has weights, and compile it again.`,
    );
  }
  if (augment && typeof data === "object" && !("pixels" in data)) {
    throw new TypeError(
      "Cannot augment tensors: only images can be changed from epoch to epoch. Give Digits or Images.",
    );
  }
}

import { requireOptions } from "../../arithmetic/options.js";
import type { ImageSet } from "../../images/images.js";
import type { LayersModel } from "../tf.js";
import { answersOf } from "./answers.js";
import { confusionCounts } from "./confusionCounts.js";
import { evaluate } from "./evaluate.js";

/** How well a network tells one class from the others. */
export interface ClassReport {
  /** What the images call it; its number as text where they do not say. */
  name: string;
  /** Of the images taken for this class, the share that are of it; 0 if none is. */
  precision: number;
  /** Of the images of this class, the share that are taken for it; 0 if there is none. */
  recall: number;
  /** The harmonic mean of the two. */
  f1: number;
  /** How many images are of this class. */
  count: number;
}

/** How well a network tells classes apart. */
export interface ModelReport {
  /** The share of images that are taken for what they are. */
  accuracy: number;
  /** Class by class, in the order of their numbers. */
  perClass: readonly ClassReport[];
  /** How often each class was taken for each: `confusion[label][predicted]`. */
  confusion: readonly (readonly number[])[];
}

/**
 * How well a network tells the classes of labelled images apart: precision, recall and F1 of each class, and which are taken for which.
 *
 * @param options.scale factor on the bytes of images. @default {1 / 255}
 * @param options.batchSize images at once. @default {500}
 * @throws {RangeError} if the network does not take such images or labels, or has several inputs or outputs
 * @throws {TypeError} if the network does not tell classes apart one by one, or an option has another name
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 100 });
 * const { perClass } = await report(await loadTrained("mnist-cnn"), test);
 * perClass[7]?.recall // 1
 */
export async function report(
  model: LayersModel,
  images: ImageSet,
  options: { scale?: number | undefined; batchSize?: number | undefined } = {},
): Promise<ModelReport> {
  requireOptions("report", options, ["scale", "batchSize"]);
  if (typeof images !== "object" || images === null || !("pixels" in images)) {
    throw new TypeError("Cannot report: these are no images. Give Digits or Images.");
  }
  const { predicted } = await evaluate(model, images, options);
  const { kind, classes } = answersOf(model);
  if (kind === "numbers" || kind === "several" || predicted.length !== images.count) {
    throw new TypeError(
      `Cannot report on ${model.name}: it does not give one class for each image. Call evaluate(model, images) for its loss.`,
    );
  }
  const confusion = confusionCounts(images.labels, predicted, classes);
  const names = "classes" in images ? (images.classes ?? []) : [];
  const right = confusion.map((row, index) => row[index] as number);
  const perClass = confusion.map((row, index) => {
    const count = sum(row);
    const taken = sum(confusion.map((each) => each[index] as number));
    const [precision, recall] = [share(right[index] as number, taken), share(right[index] as number, count)];
    const f1 = share(2 * precision * recall, precision + recall);
    return { name: names[index] ?? String(index), precision, recall, f1, count };
  });
  return { accuracy: share(sum(right), images.count), perClass, confusion };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

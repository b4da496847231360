import type { ImageSet } from "../../images/images.js";
import type { LayersModel } from "../tf.js";
import { type BatchSource, batchesOf, type TrainingData } from "./batches.js";
import { checkedBatches } from "./checkData.js";
import type { FitOptions } from "./fitOptions.js";
import { defaultScale } from "./inputs.js";

/**
 * The examples of an epoch: those given, or what `augment` makes of them.
 *
 * @throws {TypeError} if it makes no images of them, {@link RangeError} for images that the model cannot learn from
 */
export function augmented(
  model: LayersModel,
  data: TrainingData,
  epoch: number,
  { augment, scale = defaultScale }: FitOptions,
): BatchSource {
  if (!augment || !("pixels" in data)) return batchesOf(data, scale);
  const made: unknown = augment(data, epoch);
  const refuse = (what: string) =>
    new TypeError(`Cannot train: augment gave ${what} in epoch ${epoch}. Return the images, changed or not.`);
  if (typeof made !== "object" || made === null) throw refuse(made === null ? "null" : typeof made);
  if (!("pixels" in made)) throw refuse(`an object of ${Object.keys(made).join(", ") || "nothing"}`);
  if ("count" in made && made.count === 0) throw refuse("0 images");
  return checkedBatches("train", model, made as ImageSet, scale);
}

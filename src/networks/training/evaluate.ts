import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { LayersModel } from "../tf.js";
import type { TrainingData } from "./batches.js";
import { checkedBatches } from "./checkData.js";
import { defaultScale } from "./inputs.js";
import { type Evaluation, measured } from "./measure.js";

export type { Evaluation } from "./measure.js";

/**
 * What a model says of labelled images, run in batches: the loss and the accuracy it was compiled with, and the class of each image. It
 * learns nothing. One that is not compiled is measured as a classifier, by cross-entropy. Leaves no tensor behind.
 *
 * @param options.scale factor on the bytes of images. @default {1 / 255}
 * @param options.batchSize images at once. @default {500, or 32 for a loss of one's own, as TensorFlow.js has it}
 * @throws {RangeError} if the model or its loss cannot take the data, or has several inputs or outputs
 * @throws {TypeError} if the data are of another form, or an option has another name
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 100 });
 * const { predicted } = await evaluate(await loadTrained("mnist-cnn"), test);
 * predicted // [7, 2, 1, …]: the classes of the first digits
 * @see notebooks/07-mnist-cnn.ipynb
 */
export async function evaluate(
  model: LayersModel,
  data: TrainingData,
  options: { scale?: number | undefined; batchSize?: number | undefined } = {},
): Promise<Evaluation> {
  requireOptions("evaluate", options, ["scale", "batchSize"]);
  const { scale = defaultScale, batchSize } = options;
  if (batchSize !== undefined) requireWhole("evaluate", { batchSize }, { from: 1 });
  return measured(model, checkedBatches("evaluate", model, data, scale), batchSize);
}

import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { LayersModel } from "../tf.js";
import type { TrainingData } from "./batches.js";
import { checkedBatches } from "./checkData.js";
import { defaultScale } from "./inputs.js";
import { type Evaluation, measured } from "./measure.js";

export type { Evaluation } from "./measure.js";

/**
 * Runs a model over labelled images in batches, learning nothing, and measures what it was compiled with. A model that is not
 * compiled is measured as a classifier, by cross-entropy. Leaves no tensor behind.
 *
 * @throws {RangeError} for data that the model or its loss cannot take, and for models with several inputs or outputs
 * @see notebooks/06-mnist-cnn.ipynb
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

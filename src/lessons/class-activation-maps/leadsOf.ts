import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Digits } from "../../images/digits/digits.js";
import { withLogits } from "../../networks/maps/tapped.js";
import { type LayersModel, type Tensor, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/**
 * For each image the lead of its label: the logit of that class less the mean of all logits. What all classes share does not count in it.
 * Leaves no tensor.
 *
 * @example leadsOf(headCnn(), textDigit("#")).length // 1
 */
export function leadsOf(model: LayersModel, images: Digits): number[] {
  const logits = withLogits(model, () =>
    tf.tidy(() => (model.apply(toInputs(images), { training: false }) as Tensor).arraySync() as number[][]),
  );
  return logits.map((row, index) => (row[images.labels[index] as number] as number) - mean(row));
}

import type { Digits } from "../../images/digits/digits.js";
import { withLogits } from "../../networks/maps/tapped.js";
import { layerOutput } from "../../networks/models/layerOutputs.js";
import { type LayersModel, type Tensor, type Tensor1D, type Tensor3D, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";
import { ownMap } from "./sceneMaps.js";

/** A logit, and what it is made of. */
export interface LogitParts {
  /** What the network's map of the class comes to: its mean behind GAP, its sum behind Flatten. */
  fromMap: number;
  bias: number;
  /** As the network computes it. */
  logit: number;
}

/**
 * The logits of one image, taken apart: for each class what its map comes to, and the bias. The two add up to the logit, up to
 * rounding. For a `headCnn` with the head `gap` or `flatten`.
 *
 * @throws {RangeError} if the model has another head: its logits are no sum over places
 * @see notebooks/11-class-activation-maps.ipynb
 */
export function logitParts(model: LayersModel, image: Digits): LogitParts[] {
  const kind = ["gap", "flatten"].find((name) => model.layers.some((layer) => layer.name === name));
  const mapOf = ownMap(model);
  if (kind === undefined || mapOf === undefined) {
    throw new RangeError(
      `Cannot take the logits of ${model.name} apart: they are no sum over places. Use the head gap or flatten.`,
    );
  }
  return tf.tidy(() => {
    const input = toInputs(image);
    const featureMaps = layerOutput(model, input, "conv5").squeeze([0]) as Tensor3D;
    const logits = withLogits(model, () => model.apply(input, { training: false }) as Tensor);
    const [, bias] = (model.layers.at(-1) as tf.layers.Layer).getWeights() as [Tensor, Tensor1D];
    const biases = bias.dataSync();
    return Array.from(logits.dataSync(), (logit, k) => {
      const map = mapOf(featureMaps, k);
      const fromMap = Number((kind === "gap" ? map.mean() : map.sum()).dataSync()[0]);
      return { fromMap, bias: Number(biases[k]), logit };
    });
  });
}

import { type LayersModel, type Tensor, tf } from "../tf.js";
import { fastOutputs, fits } from "./fast/outputs.js";

/** What the model makes of inputs, as it predicts: the fast way where there is one. The caller disposes it. */
export function modelOutputs(model: LayersModel): (inputs: Tensor) => Tensor {
  const found = fastOutputs(model);
  const quick = typeof found === "string" ? undefined : found;
  const plain = (inputs: Tensor) => tf.tidy(() => model.predict(inputs) as Tensor);
  return (inputs) => (quick && fits(model, inputs) && quick(inputs)) || plain(inputs);
}

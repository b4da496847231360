import type { LayersModel, tf } from "../tf.js";

/** Layers that only rearrange or pass on what comes to them. */
const passing = ["Flatten", "Reshape", "Dropout", "SeededDropout"];

/** What we read of a layer; which of it is there depends on its kind. */
interface Settings {
  activation?: { getClassName(): string } | string;
  outputs?: tf.SymbolicTensor[];
}

/**
 * The activation that a model ends with, also where its end is a model inside it: "softmax", "linear" and so on, by its name in
 * TensorFlow.js. Nothing for other ends.
 */
export function lastActivation(model: LayersModel): string | undefined {
  return activationBefore(model.outputs[0]);
}

function activationBefore(output: tf.SymbolicTensor | undefined): string | undefined {
  const layer = output?.sourceLayer;
  if (!layer) return undefined;
  const { activation, outputs } = layer as unknown as Settings;
  if (outputs) return activationBefore(outputs[0]);
  const kind = layer.getClassName();
  if (kind === "Softmax") return "softmax";
  if (passing.includes(kind)) return activationBefore(output?.inputs[0]);
  if (activation === undefined) return undefined;
  return typeof activation === "string" ? activation : activation.getClassName();
}

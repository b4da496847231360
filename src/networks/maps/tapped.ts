import { isNetwork } from "../models/layerPaths.js";
import type { LayersModel, Tensor } from "../tf.js";

type Layer = LayersModel["layers"][number];

/**
 * Runs something while whatever a layer makes is changed on the way to the next. So the middle of any network can be
 * reached, whatever its layers and branches, without taking it apart. Afterwards the layer is as before, also after an error.
 */
export function withOutputOf<Result>(
  layer: Layer,
  change: (output: Tensor) => Tensor,
  run: () => Result,
): Result {
  // A network within may have been taken up into the outer one and never be called itself: its last layer is.
  const called = sourceOf(layer);
  const original = called.call;
  called.call = function (this: Layer, ...inputs: Parameters<Layer["call"]>) {
    const output = original.apply(this, inputs);
    return Array.isArray(output) ? [change(output[0] as Tensor), ...output.slice(1)] : change(output);
  };
  try {
    return run();
  } finally {
    called.call = original;
  }
}

function sourceOf(layer: Layer): Layer {
  return isNetwork(layer) ? sourceOf(layer.outputs[0]?.sourceLayer as Layer) : layer;
}

/** An activation as TensorFlow.js's layers hold it. */
interface Activation {
  getClassName(): string;
  apply(inputs: Tensor): Tensor;
}
type Active = Layer & { activation?: Activation };
const linear: Activation = { getClassName: () => "linear", apply: (inputs) => inputs };
/** What presses a score into a range, so that the slope of a sure answer is next to nothing. */
const squashing = ["softmax", "logSoftmax", "sigmoid", "hardSigmoid"];
/** What may stand behind it and changes no number. */
const passing = ["Dropout", "Flatten", "Permute", "Reshape", "SeededDropout"];

/**
 * Runs something while the softmax or sigmoid at the end of a model is left out, so that the model gives its logits: be it a
 * layer of its own or the activation of another, in a network within, or before a layer that only reshapes. A model
 * without is run as it is.
 */
export function withLogits<Result>(model: LayersModel, run: () => Result): Result {
  const last = squashingLayer(model.outputs[0]);
  if (last === undefined) return run();
  const { activation, call } = last;
  if (activation === undefined)
    last.call = (inputs) => (Array.isArray(inputs) ? (inputs[0] as Tensor) : inputs);
  else last.activation = linear;
  try {
    return run();
  } finally {
    if (activation === undefined) last.call = call;
    else last.activation = activation;
  }
}

/** Goes back from a model's output to the layer that squashes it, if there is one. */
function squashingLayer(output: LayersModel["outputs"][number] | undefined): Active | undefined {
  if (output === undefined) return undefined;
  const layer = output.sourceLayer as Active;
  if (isNetwork(layer)) return squashingLayer(layer.outputs[0]);
  const kind = layer.getClassName();
  const activation = layer.activation?.getClassName() ?? "linear";
  if (kind === "Softmax" || squashing.includes(activation)) return layer;
  const passes = passing.includes(kind) || (kind === "Activation" && activation === "linear");
  return passes ? squashingLayer(output.inputs[0]) : undefined;
}

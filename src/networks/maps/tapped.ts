import { type LayersModel, type Tensor, tf } from "../tf.js";

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
  const original = layer.call;
  layer.call = function (this: Layer, ...inputs: Parameters<Layer["call"]>) {
    const output = original.apply(this, inputs);
    return change(Array.isArray(output) ? (output[0] as Tensor) : output);
  };
  try {
    return run();
  } finally {
    layer.call = original;
  }
}

/** An activation as TensorFlow.js's layers hold it. */
interface Activation {
  getClassName(): string;
  apply(inputs: Tensor): Tensor;
}
const linear: Activation = { getClassName: () => "linear", apply: (inputs) => inputs };

/**
 * Runs something while the softmax at the end of a model is left out, so that the model gives its logits: be it a layer of its
 * own or the activation of the last one. A model without is run as it is.
 */
export function withoutSoftmax<Result>(model: LayersModel, run: () => Result): Result {
  const last = lastLayer(model) as Layer & { activation?: Activation };
  if (last.getClassName() === "Softmax") {
    const original = last.call;
    last.call = (inputs) => (Array.isArray(inputs) ? (inputs[0] as Tensor) : inputs);
    try {
      return run();
    } finally {
      last.call = original;
    }
  }
  const { activation } = last;
  if (activation?.getClassName() !== "softmax") return run();
  last.activation = linear;
  try {
    return run();
  } finally {
    last.activation = activation;
  }
}

/** The layer whose output is the model's; of a model inside the model, that one's. */
function lastLayer(model: LayersModel): Layer {
  const layer = model.outputs[0]?.sourceLayer as unknown as Layer | LayersModel;
  return layer instanceof tf.LayersModel ? lastLayer(layer) : (layer as Layer);
}

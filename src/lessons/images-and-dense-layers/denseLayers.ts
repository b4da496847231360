import type { LayersModel, tf } from "../../networks/tf.js";

/** A dense layer of a model: its weights `[inputs, units]`, its biases `[units]`, and what bends its sums. */
export interface DenseLayer {
  readonly weights: tf.Tensor2D;
  readonly biases: tf.Tensor1D;
  readonly bend: string;
}

/** The dense layers of a model, from its inputs to its outputs. The tensors stay the model's. */
export function denseLayers(model: LayersModel): DenseLayer[] {
  return model.layers.flatMap((layer) => {
    if (layer.getClassName() !== "Dense") return [];
    const [weights, biases] = layer.getWeights() as [tf.Tensor2D, tf.Tensor1D];
    return [{ weights, biases, bend: String(layer.getConfig().activation) }];
  });
}

import type { Tensor, tf } from "../../tf.js";

/** The settings a layer is saved with. */
export type LayerConfig = ReturnType<InstanceType<typeof tf.layers.Layer>["getConfig"]>;

/** A shape, or shapes, as TensorFlow.js hands them to a layer: here always one. */
export function oneShape(shapes: tf.Shape | tf.Shape[]): tf.Shape {
  return (Array.isArray(shapes[0]) ? shapes[0] : shapes) as tf.Shape;
}

/** The one tensor a layer of ours takes. */
export function oneInput(inputs: Tensor | Tensor[]): Tensor {
  return (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
}

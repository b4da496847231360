import type { LayersModel, Tensor } from "../tf.js";

/**
 * Frees a model's weights and everything its optimizer keeps (adam keeps two more values for each weight).
 *
 * @example
 * const before = tf.memory().numTensors;
 * disposeModel(mnistCnn());
 * tf.memory().numTensors - before // 0
 */
export function disposeModel(model: LayersModel): void {
  model.optimizer?.dispose();
  // TensorFlow.js's momentum optimizer leaves its learning rate behind.
  const rate = (model.optimizer as unknown as { c?: Tensor } | undefined)?.c;
  if (rate && !rate.isDisposed) rate.dispose();
  model.dispose();
}

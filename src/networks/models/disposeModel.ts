import type { LayersModel } from "../tf.js";
import { disposeOptimizer } from "./optimizers.js";

/**
 * Frees a model's weights and everything its optimizer keeps (adam keeps two more values for each weight).
 *
 * @example
 * const before = tf.memory().numTensors;
 * disposeModel(mnistCnn());
 * tf.memory().numTensors - before // 0
 */
export function disposeModel(model: LayersModel): void {
  disposeOptimizer(model.optimizer);
  model.dispose();
}

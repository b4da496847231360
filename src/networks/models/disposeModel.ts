import type { LayersModel } from "../tf.js";
import { disposeOptimizer } from "./optimizers.js";

/** Frees a model's weights and everything its optimizer keeps (adam keeps two more values for each weight). */
export function disposeModel(model: LayersModel): void {
  disposeOptimizer(model.optimizer);
  model.dispose();
}

import type { LayersModel } from "./tf.js";

/** Frees a model's weights and everything its optimizer keeps (adam keeps two more values for each weight). */
export function disposeModel(model: LayersModel): void {
  model.optimizer?.dispose();
  model.dispose();
}

import type { LayersModel } from "../tf.js";
import { compileClassifier } from "./compileClassifier.js";
import { holdFrozen } from "./holdFrozen.js";
import { nestedLayer } from "./nestedLayers.js";
import { disposeOptimizer, freshOptimizer } from "./optimizers.js";

/**
 * Keeps these layers as they are in any training to come: their weights, and of batch normalisation the statistics, by which it then
 * works as in prediction. A layer inside a model of the model is named by its path, "backbone/conv4"; the name of such a model
 * stands for all its layers.
 *
 * Compiles the model anew with its own loss, metrics and optimizer, which starts afresh with the settings it has; one that was not
 * compiled becomes a classifier (`compileClassifier`). To let a layer learn again, set its `trainable` and compile.
 *
 * @throws {RangeError} if the model has no layer of that name
 */
export function freeze<Model extends LayersModel>(model: Model, layerNames: readonly string[]): Model {
  const layers = layerNames.map((name) => nestedLayer(model, name, "freeze"));
  for (const layer of layers) layer.trainable = false;
  const { optimizer, loss, metrics } = model;
  if (!optimizer) return compileClassifier(model);
  const fresh = freshOptimizer(optimizer);
  if (fresh !== optimizer) disposeOptimizer(optimizer);
  model.compile({ optimizer: fresh, loss, metrics });
  holdFrozen(model);
  return model;
}

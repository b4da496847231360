import type { LayersModel } from "../tf.js";
import { compileClassifier } from "./compileClassifier.js";
import { holdFrozen } from "./holdFrozen.js";
import { findWay, layerPaths } from "./layerPaths.js";
import { disposeOptimizer, freshOptimizer } from "./optimizers.js";

/**
 * The model, compiled anew, so that these layers stay as they are in any training to come: their weights, and of batch normalisation
 * the statistics, by which it then works as in prediction. A layer of a network within is named by its path, `backbone/conv4`; the
 * name of a network within stands for all its layers.
 *
 * Its own loss and metrics stay, and so do the class and the settings of its optimizer, which starts afresh. One that was not compiled
 * becomes a classifier (`compileClassifier`). To let a layer learn again, set its `trainable` and compile.
 *
 * @throws {RangeError} if the model has no layer of that name
 * @throws {TypeError} if the names are no list
 * @example freeze(mnistCnn(), ["conv1"]).getLayer("conv1").trainable // false
 */
export function freeze<Model extends LayersModel>(model: Model, layerNames: readonly string[]): Model {
  if (!Array.isArray(layerNames)) {
    throw new TypeError(`Cannot freeze layers: layerNames is ${typeof layerNames}. Give a list of names.`);
  }
  const layers = layerNames.map((name) => {
    const layer = findWay(model, name)?.at(-1);
    if (layer) return layer;
    throw new RangeError(`Cannot freeze layer ${name}: ${model.name} has ${layerPaths(model).join(", ")}.`);
  });
  for (const layer of layers) layer.trainable = false;
  const { optimizer, loss, metrics } = model;
  if (!optimizer) return compileClassifier(model);
  const fresh = freshOptimizer(optimizer);
  if (fresh !== optimizer) disposeOptimizer(optimizer);
  model.compile({ optimizer: fresh, loss, metrics });
  holdFrozen(model);
  return model;
}

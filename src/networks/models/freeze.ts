import type { LayersModel } from "../tf.js";
import { compileClassifier } from "./compileClassifier.js";

/**
 * The model, compiled anew, so that these layers' weights stay as they are in any training to come and the optimizer starts
 * afresh. To let a layer learn again, set its `trainable` and call `compileClassifier`.
 *
 * @throws {RangeError} if the model has no layer of that name
 * @example freeze(mnistCnn(), ["conv1"]).getLayer("conv1").trainable // false
 */
export function freeze<Model extends LayersModel>(model: Model, layerNames: readonly string[]): Model {
  const layers = layerNames.map((name) => {
    const layer = model.layers.find((candidate) => candidate.name === name);
    if (!layer) {
      const names = model.layers.map((candidate) => candidate.name).join(", ");
      throw new RangeError(`Cannot freeze layer ${name}: ${model.name} has ${names}.`);
    }
    return layer;
  });
  for (const layer of layers) layer.trainable = false;
  return compileClassifier(model);
}

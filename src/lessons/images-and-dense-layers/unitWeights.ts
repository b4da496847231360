import type { Matrix } from "../../arithmetic/matrix.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { denseLayers } from "./denseLayers.js";

/**
 * The weights of a model's first dense layer as rows, one for each unit with a weight for each input. TensorFlow keeps them the
 * other way round.
 *
 * @throws {RangeError} if the model has no dense layer
 * @example unitWeights(mnistMlp({ hiddenUnits: [] })).length // 10
 */
export function unitWeights(model: LayersModel): Matrix {
  const [first] = denseLayers(model);
  if (first === undefined) {
    throw new RangeError("Cannot give the weights of units: the model has no dense layer. Use mnistMlp.");
  }
  return tf.tidy(() => first.weights.transpose<tf.Tensor2D>().arraySync());
}

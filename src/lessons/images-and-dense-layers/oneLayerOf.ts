import { mnistMlp } from "../../networks/models/mnistMlp.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { denseLayers } from "./denseLayers.js";

/**
 * Two dense layers with nothing between them as the one layer that they are: with `y = Ax + a` and `z = By + b` it has the weights
 * BA and the biases Ba + b. The caller disposes it: `disposeModel`.
 *
 * @param model of `mnistMlp` with one hidden layer and `activation: "linear"`
 * @throws {RangeError} if there are not two layers, or something bends the sums between them
 * @example oneLayerOf(mnistMlp({ activation: "linear" })).countParams() // 7850
 */
export function oneLayerOf(model: LayersModel): LayersModel {
  const [first, second, ...more] = denseLayers(model);
  if (first === undefined || second === undefined || more.length > 0 || first.bend !== "linear") {
    throw new RangeError(
      'Cannot make one layer of this model. It takes two dense layers with nothing between: mnistMlp({ activation: "linear" }).',
    );
  }
  const one = mnistMlp({ hiddenUnits: [] });
  tf.tidy(() => {
    const biases = first.biases.expandDims(0).matMul(second.weights).flatten().add(second.biases);
    one.setWeights([first.weights.matMul(second.weights), biases]);
  });
  return one;
}

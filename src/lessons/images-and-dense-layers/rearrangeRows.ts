import { mnistMlp } from "../../networks/models/mnistMlp.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { denseLayers } from "./denseLayers.js";

/**
 * The same network for images whose pixels are in another order: row i of its first weights is row `order[i]` of the model's,
 * and nothing else differs. The caller disposes it: `disposeModel`.
 *
 * @param model of `mnistMlp`
 * @throws {RangeError} if the order has not as many places as the layer has inputs
 * @see rearrangePixels
 */
export function rearrangeRows(model: LayersModel, order: ArrayLike<number>): LayersModel {
  const layers = denseLayers(model);
  const inputs = layers[0]?.weights.shape[0] ?? 0;
  if (order.length !== inputs) {
    throw new RangeError(
      `Cannot rearrange ${inputs} rows of weights by an order of ${order.length}. Give a place for each.`,
    );
  }
  const hiddenUnits = layers.slice(0, -1).map(({ biases }) => biases.shape[0]);
  const activation = layers.length > 1 && layers[0]?.bend === "linear" ? "linear" : "relu";
  const moved = mnistMlp({ hiddenUnits, activation });
  tf.tidy(() => {
    const [rows, ...others] = model.getWeights() as [tf.Tensor, ...tf.Tensor[]];
    moved.setWeights([rows.gather(tf.tensor1d(Int32Array.from(order), "int32")), ...others]);
  });
  return moved;
}

import { requireOneEach } from "../../arithmetic/lists.js";
import { type LayersModel, type Tensor, tf } from "../../networks/tf.js";

/**
 * How many answers are right when a network gets, in the place of its flattened maps, rows of numbers that come from elsewhere: the
 * layers behind Flatten answer each row with the class of their largest number. Frees all it makes.
 *
 * @param rows one list for each image, as long as the flattened maps
 * @param labels the class of each image
 * @throws {RangeError} if there are not as many labels as rows, or the network has no Flatten
 * @see notebooks/05-channels-and-parameters.ipynb
 */
export function rightBehindFlatten(
  model: LayersModel,
  rows: readonly (readonly number[])[],
  labels: ArrayLike<number>,
): number {
  requireOneEach("read the rows", { rows, labels });
  const at = model.layers.findIndex((layer) => layer.getClassName() === "Flatten");
  if (at < 0) throw new RangeError(`Cannot read the rows: ${model.name} has no layer Flatten.`);
  return tf.tidy(() => {
    const values = model.layers
      .slice(at + 1)
      .reduce((from: Tensor, layer) => layer.apply(from) as Tensor, tf.tensor2d(rows as number[][]));
    const answers = Array.from(values.argMax(1).dataSync());
    return answers.filter((answer, index) => answer === labels[index]).length;
  });
}

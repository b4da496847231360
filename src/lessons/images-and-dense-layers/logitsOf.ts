import type { Matrix } from "../../arithmetic/matrix.js";
import type { Digits } from "../../images/digits/digits.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";
import { denseLayers } from "./denseLayers.js";

/**
 * The logits of a network of dense layers for each image: a row for each, the ten sums of its last layer before softmax. Leaves no
 * tensor.
 *
 * @throws {RangeError} if a layer is bent by something other than ReLU
 * @example logitsOf(mnistMlp(), textDigit("#"))[0]?.length // 10
 */
export function logitsOf(model: LayersModel, digits: Digits): Matrix {
  const layers = denseLayers(model);
  const odd = layers.slice(0, -1).find(({ bend }) => bend !== "relu" && bend !== "linear");
  if (odd !== undefined) {
    throw new RangeError(`Cannot tell the logits through ${odd.bend}. Use ReLU or nothing between layers.`);
  }
  return tf.tidy(() => {
    let values = toInputs(digits).reshape([digits.count, -1]) as tf.Tensor2D;
    for (const [at, { weights, biases, bend }] of layers.entries()) {
      const sums = values.matMul<tf.Tensor2D>(weights).add<tf.Tensor2D>(biases);
      values = at < layers.length - 1 && bend === "relu" ? sums.relu() : sums;
    }
    return values.arraySync();
  });
}

/**
 * The largest distance between two tables of numbers of one size, place by place.
 *
 * @throws {RangeError} if their sizes differ
 * @example largestDifference([[1, 2]], [[1, 5]]) // 3
 */
export function largestDifference(a: Matrix, b: Matrix): number {
  const [one, two] = [a.flat(), b.flat()];
  if (one.length !== two.length) {
    throw new RangeError(`Cannot compare ${one.length} numbers with ${two.length}. Give as many of each.`);
  }
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (two[at] as number))), 0);
}

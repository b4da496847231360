import { digitsFrom } from "../../../src/images/digits/digits.js";
import { headCnn } from "../../../src/lessons/gap-vs-flatten/heads.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";

/** A `headCnn` of one channel that hands pixels through and weighs ink by class: k + 1 for class k, times a factor, plus `more`. */
export function inkNetwork(inputSize: number, { factor = 1, more = 0 } = {}): LayersModel {
  const model = headCnn({ head: "gap", inputSize, filters: [1, 1, 1, 1, 1] });
  tf.tidy(() => {
    const centre = tf.tensor4d([0, 0, 0, 0, 1, 0, 0, 0, 0], [3, 3, 1, 1]);
    const kernels = [1, 2, 3, 4, 5].flatMap(() => [centre, tf.zeros([1])]);
    const weights = Array.from({ length: 10 }, (_, k) => factor * (k + 1) + more);
    model.setWeights([...kernels, tf.tensor2d(weights, [1, 10]), tf.zeros([10])]);
  });
  return model;
}

/** Blocks of ink, labelled 9: there is nothing else to find. */
export const blocks = digitsFrom(
  Array.from({ length: 12 }, (_, index) =>
    Array.from({ length: 28 }, (_, y) =>
      Array.from({ length: 28 }, (_, x) => (y >= 6 && y < 18 && x >= 8 && x < 18 + (index % 3) ? 255 : 0)),
    ),
  ),
  new Array<number>(12).fill(9),
);

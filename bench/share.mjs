// How much of what this machine can compute a training uses: its useful operations a second, over those of a product of two
// large matrices, the quickest work there is for a processor.
import { tf } from "../dist/index.js";
import { median } from "../scripts/bench/median.mjs";

/** @import { Tensor } from "@tensorflow/tfjs" */

const rounds = 3;

/**
 * Useful floating point operations of a training step for one image: a multiplication and an addition for each multiply-add of
 * a layer, forward, for the gradient of its weights and for that of its inputs. Nobody needs that of the image.
 *
 * @param {readonly { multiplyAdds: number }[]} rows of the network's `layerTable`
 */
export function operationsOf(rows) {
  const counts = rows.flatMap(({ multiplyAdds }) => multiplyAdds || []);
  return counts.reduce((sum, multiplyAdds, index) => sum + 2 * multiplyAdds * (index === 0 ? 2 : 3), 0);
}

/**
 * The share of the product that some work reaches. The two take turns, and each time of the work is held against the products right
 * before and after it, so that other programs on the machine meet both.
 *
 * @param {() => Promise<unknown>} work
 * @param {number} operations that it does
 * @param {number} [size] of the matrices
 */
export async function shareOf(work, operations, size = 2048) {
  const matrix = tf.randomUniform([size, size]);
  products(matrix); // To warm up.
  const shares = [];
  let before = products(matrix);
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1000;
    const after = products(matrix);
    shares.push(operations / seconds / median([...before, ...after]));
    before = after;
  }
  matrix.dispose();
  return median(shares);
}

/**
 * Operations a second of some products. TensorFlow for Node has done its work when the call returns.
 *
 * @param {Tensor} matrix
 */
function products(matrix) {
  const [size = 0] = matrix.shape;
  return Array.from({ length: 5 }, () => {
    const started = performance.now();
    tf.matMul(matrix, matrix).dispose();
    return (2 * size ** 3 * 1000) / (performance.now() - started);
  });
}

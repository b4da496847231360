import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";

/**
 * The slopes of a loss by the inputs of a convolution, from its slopes by the sums: every input place collects, from each sum that it
 * entered, the sum's slope times the weight that met it there. The same as the slopes, with zeros around, correlated with the
 * turned kernel. Of several filters the results are added, channel by channel.
 *
 * @param slopes by each sum, one for every place of the kernel: without padding, in steps of 1
 * @throws {RangeError} if a matrix is empty or ragged or holds NaN
 * @example slopesThrough([[1]], [[2, 0], [0, 3]]) // [[2, 0], [0, 3]]: one sum met every input once
 * @example slopesThrough([[1, 10]], [[2, 3]]) // [[2, 23, 30]]: the middle one entered both sums
 * @see Rumelhart, Hinton and Williams, *Learning representations by back-propagating errors*, 1986
 */
export function slopesThrough(slopes: Matrix, kernel: Matrix): number[][] {
  const { height, width } = sizeOf(slopes, "take slopes through a convolution", "slopes");
  const window = sizeOf(kernel, "take slopes through a convolution", "kernel");
  const inputs = Array.from({ length: height + window.height - 1 }, () =>
    new Array<number>(width + window.width - 1).fill(0),
  );
  slopes.forEach((line, row) => {
    line.forEach((slope, column) => {
      kernel.forEach((weights, i) => {
        weights.forEach((weight, j) => {
          const collected = inputs[row + i] as number[];
          collected[column + j] = (collected[column + j] as number) + slope * weight;
        });
      });
    });
  });
  return inputs;
}

import { crossCorrelate } from "../../arithmetic/correlate.js";
import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";

/**
 * One filter on an image of several channels: each channel is cross-correlated with the kernel of its own, the parts are added up at
 * each place, and the bias follows. The window stays inside the image.
 *
 * @param channels one matrix a channel, all of one size
 * @param kernels one matrix for each channel, all of one size
 * @param bias added once at each place. @default {0}
 * @throws {TypeError} if a matrix is not rows of numbers
 * @throws {RangeError} if there is no channel, there are not as many kernels, or a kernel does not fit
 * @example applyFilter([[[1, 2]], [[3, 4]]], [[[10]], [[1]]], 5) // [[18, 29]]
 */
export function applyFilter(channels: readonly Matrix[], kernels: readonly Matrix[], bias = 0): Matrix {
  requireSome("apply the filter", "channel", channels);
  requireOneEach("apply the filter", { channels, kernels });
  const [first = [], ...others] = channels.map((channel, at) =>
    crossCorrelate(channel, kernels[at] as Matrix),
  );
  return first.map((row, i) =>
    row.map((value, j) => others.reduce((sum, part) => sum + (part[i]?.[j] as number), value + bias)),
  );
}

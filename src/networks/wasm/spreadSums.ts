import type { Geometry } from "./geometry.js";

/**
 * Adds up, for each pixel, its shares in all the windows it lies in.
 *
 * @param shares `[images, outHeight, outWidth, filterHeight, filterWidth, inChannels]`
 * @param sums `[batch, inHeight, inWidth, inChannels]`
 * @param first which image of the batch the shares begin with
 */
export function spreadSums(
  geometry: Geometry,
  shares: Float32Array,
  sums: Float32Array,
  first: number,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  const run = filterWidth * inChannels;
  const windows = shares.length / (filterHeight * run);
  for (let window = 0; window < windows; window++) {
    const image = first + Math.floor(window / (outHeight * outWidth));
    const top = (Math.floor(window / outWidth) % outHeight) * strideHeight - padInfo.top;
    const left = (window % outWidth) * strideWidth - padInfo.left;
    // What lies over the edge is left out.
    const from = Math.max(0, -left) * inChannels;
    const to = Math.min(filterWidth, inWidth - left) * inChannels;
    const rows = Math.min(filterHeight, inHeight - top);
    for (let row = Math.max(0, -top); row < rows; row++) {
      const share = (window * filterHeight + row) * run;
      const sum = ((image * inHeight + top + row) * inWidth + left) * inChannels;
      for (let k = from; k < to; k++) (sums[sum + k] as number) += shares[share + k] as number;
    }
  }
}

import type { Geometry } from "./geometry.js";

/**
 * What each window holds, a row for each place in it: `[filterHeight, filterWidth, inChannels, batch, outHeight, outWidth]`, with zeros
 * over the edge.
 *
 * @param values `[batch, inHeight, inWidth, inChannels]`
 * @param rows where it is written
 */
export function fillWindowRows(geometry: Geometry, values: Float32Array, rows: Float32Array): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } =
    geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  rows.fill(0);
  let start = 0;
  for (let place = 0; place < filterHeight * filterWidth * inChannels; place++) {
    const channel = place % inChannels;
    const left = (Math.floor(place / inChannels) % filterWidth) - padInfo.left;
    const top = Math.floor(place / inChannels / filterWidth) - padInfo.top;
    // The first and the last window of a line whose pixel is there.
    const from = Math.max(0, Math.ceil(-left / strideWidth));
    const to = Math.min(outWidth, Math.ceil((inWidth - left) / strideWidth));
    for (let line = 0; line < batchSize * outHeight; line++, start += outWidth) {
      const y = (line % outHeight) * strideHeight + top;
      if (y < 0 || y >= inHeight) continue;
      const pixels = (Math.floor(line / outHeight) * inHeight + y) * inWidth + left;
      for (let window = from; window < to; window++)
        rows[start + window] = values[(pixels + window * strideWidth) * inChannels + channel] as number;
    }
  }
}

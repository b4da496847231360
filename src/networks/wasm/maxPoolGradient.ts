// The gradient of max pooling. The backend's own starts its search for the largest number at 0, and so gives that of a window whose
// numbers are all negative to its first pixel.
import type { tf } from "../tf.js";
import { type Kernel, numbersOf, register } from "./kernel.js";
import { poolGeometryOf } from "./pooling.js";

/** Registers the gradient of max pooling. */
export function registerMaxPoolGradient(): void {
  register("MaxPoolGrad", maxPoolGradient);
}

/** Gives each number of `dy` to the largest pixel of its window, to the first of several. */
const maxPoolGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { dy, input } = inputs as Record<"dy" | "input", tf.TensorInfo>;
  const pool = poolGeometryOf(input.shape, attrs);
  const { batchSize, inHeight, inWidth, inChannels: channels, outHeight, outWidth, padInfo } = pool;
  const out = backend.makeOutput(input.shape, "float32");
  const [sums, values, upstream] = [out, input, dy].map((each) => numbersOf(backend, each)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  sums.fill(0);
  // Where the pixels of a window begin.
  const pixels = new Int32Array(pool.filterHeight * pool.filterWidth);
  for (let window = 0; window < batchSize * outHeight * outWidth; window++) {
    const image = Math.floor(window / (outHeight * outWidth)) * inHeight;
    const top = (Math.floor(window / outWidth) % outHeight) * pool.strideHeight - padInfo.top;
    const left = (window % outWidth) * pool.strideWidth - padInfo.left;
    const [lastRow, lastColumn] = [
      Math.min(inHeight, top + pool.filterHeight),
      Math.min(inWidth, left + pool.filterWidth),
    ];
    let count = 0;
    for (let row = Math.max(0, top); row < lastRow; row++)
      for (let column = Math.max(0, left); column < lastColumn; column++)
        pixels[count++] = ((image + row) * inWidth + column) * channels;
    for (let channel = 0; channel < channels && count > 0; channel++) {
      let place = (pixels[0] as number) + channel;
      for (let k = 1; k < count; k++) {
        const next = (pixels[k] as number) + channel;
        // Without a branch, which processors guess wrong half of the time: all bits where the next one is larger, or none.
        const mask = -Number((values[next] as number) > (values[place] as number));
        place ^= (place ^ next) & mask;
      }
      (sums[place] as number) += upstream[window * channels + channel] as number;
    }
  }
  return out;
};

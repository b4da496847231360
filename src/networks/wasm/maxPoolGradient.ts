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
  for (let window = 0; window < batchSize * outHeight * outWidth; window++) {
    const image = Math.floor(window / (outHeight * outWidth)) * inHeight * inWidth;
    const rows = span((Math.floor(window / outWidth) % outHeight) * pool.strideHeight - padInfo.top, pool.filterHeight, inHeight);
    const columns = span((window % outWidth) * pool.strideWidth - padInfo.left, pool.filterWidth, inWidth);
    for (let channel = 0; channel < channels; channel++) {
      let largest = Number.NEGATIVE_INFINITY;
      let place = -1;
      for (let row = rows.from; row < rows.to; row++) {
        for (let column = columns.from; column < columns.to; column++) {
          const at = (image + row * inWidth + column) * channels + channel;
          const value = values[at] as number;
          if (!(value > largest)) continue;
          largest = value;
          place = at;
        }
      }
      if (place >= 0) (sums[place] as number) += upstream[window * channels + channel] as number;
    }
  }
  return out;
};

/** The pixels of a window along one axis: those that are there. */
function span(start: number, length: number, limit: number): { from: number; to: number } {
  return { from: Math.max(0, start), to: Math.min(limit, start + length) };
}

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
  const largest = new Float32Array(channels);
  const places = new Int32Array(channels);
  for (let window = 0; window < batchSize * outHeight * outWidth; window++) {
    const image = Math.floor(window / (outHeight * outWidth)) * inHeight;
    const top = (Math.floor(window / outWidth) % outHeight) * pool.strideHeight - padInfo.top;
    const left = (window % outWidth) * pool.strideWidth - padInfo.left;
    const [lastRow, lastColumn] = [Math.min(inHeight, top + pool.filterHeight), Math.min(inWidth, left + pool.filterWidth)];
    largest.fill(Number.NEGATIVE_INFINITY);
    places.fill(-1);
    for (let row = Math.max(0, top); row < lastRow; row++) {
      for (let column = Math.max(0, left); column < lastColumn; column++) {
        const pixel = ((image + row) * inWidth + column) * channels;
        for (let channel = 0; channel < channels; channel++) {
          const value = values[pixel + channel] as number;
          const before = largest[channel] as number;
          largest[channel] = value > before ? value : before;
          places[channel] = value > before ? pixel + channel : (places[channel] as number);
        }
      }
    }
    for (let channel = 0; channel < channels; channel++) {
      const place = places[channel] as number;
      if (place >= 0) (sums[place] as number) += upstream[window * channels + channel] as number;
    }
  }
  return out;
};

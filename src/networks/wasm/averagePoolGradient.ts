// The gradient of average pooling. The backend's own, like that of plain JavaScript, takes every window for a full one, where the pooling
// itself divides by the pixels that are there: wrong at the edges of "same".
import type { tf } from "../tf.js";
import { type Kernel, numbersOf, register } from "./kernel.js";
import { poolGeometryOf, windowPixels } from "./pooling.js";

/** Registers the gradient of average pooling. */
export function registerAveragePoolGradient(): void {
  register("AvgPoolGrad", averagePoolGradient);
}

/** Shares each number of `dy` out among the pixels of its window. */
const averagePoolGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { dy, input } = inputs as Record<"dy" | "input", tf.TensorInfo>;
  const out = backend.makeOutput(input.shape, "float32");
  const [to, from] = [numbersOf(backend, out), numbersOf(backend, dy)];
  const geometry = poolGeometryOf(input.shape, attrs);
  const channels = geometry.inChannels;
  to.fill(0);
  const { pixels, eachWindow } = windowPixels(geometry);
  eachWindow((window, count) => {
    for (let channel = 0; channel < channels; channel++) {
      const share = (from[window + channel] as number) / count;
      for (let k = 0; k < count; k++) (to[(pixels[k] as number) + channel] as number) += share;
    }
  });
  return out;
};

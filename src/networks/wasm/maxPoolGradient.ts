// The gradient of max pooling. The backend's own starts its search for the largest number at 0, and so gives that of a window whose
// numbers are all negative to its first pixel.
import type { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";
import type { Geometry } from "./geometry.js";
import { type Kernel, numbersOf, register } from "./kernel.js";
import { poolGeometryOf, windowPixels } from "./pooling.js";

/** Registers the gradient of max pooling. */
export function registerMaxPoolGradient(): void {
  register("MaxPoolGrad", maxPoolGradient);
}

/** Gives each number of `dy` to the largest pixel of its window, to the first of several. */
const maxPoolGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { dy, input } = inputs as Record<"dy" | "input", tf.TensorInfo>;
  const places = largestPlaces(backend, poolGeometryOf(input.shape, attrs), input);
  try {
    return givenTo(backend, input.shape, places, dy);
  } finally {
    backend.disposeData(places.dataId);
  }
};

/** Where the largest number of each window is, the first of several. */
export function largestPlaces(backend: BackendWasm, geometry: Geometry, x: tf.TensorInfo): tf.TensorInfo {
  const out = backend.makeOutput(geometry.outShape, "int32");
  const [places, values] = [backend.typedArrayFromHeap(out) as Int32Array, numbersOf(backend, x)];
  const channels = geometry.inChannels;
  const { pixels, eachWindow } = windowPixels(geometry);
  eachWindow((window, count) => {
    const first = pixels[0] as number;
    for (let channel = 0; channel < channels; channel++) {
      let place = first + channel;
      for (let k = 1; k < count; k++) {
        const next = (pixels[k] as number) + channel;
        // Without a branch, which processors guess wrong half of the time: all bits where the next one is larger, or none.
        const mask = -Number((values[next] as number) > (values[place] as number));
        place ^= (place ^ next) & mask;
      }
      // A window without a pixel takes nothing.
      places[window + channel] = count > 0 ? place : -1;
    }
  });
  return out;
}

/** Each number of `dy` where its place is. */
export function givenTo(
  backend: BackendWasm,
  shape: number[],
  places: tf.TensorInfo,
  dy: tf.TensorInfo,
): tf.TensorInfo {
  const out = backend.makeOutput(shape, "float32");
  const [to, from] = [numbersOf(backend, out), numbersOf(backend, dy)];
  const where = backend.typedArrayFromHeap(places) as Int32Array;
  to.fill(0);
  for (let k = 0; k < from.length; k++) {
    const place = where[k] as number;
    if (place >= 0) (to[place] as number) += from[k] as number;
  }
  return out;
}

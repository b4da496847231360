// Both gradients of a convolution, out of what the backend does quickest: forward convolutions.

import type { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";
import { takingChannelsFirst } from "./channelsFirst.js";
import { framed, framesOf, type Geometry, geometryOf } from "./geometry.js";
import { composed, type Kernel, numbersOf, register } from "./kernel.js";
import { transposed } from "./matrixProduct.js";
import { spreadSums } from "./spreadSums.js";
import { fillWindowRows } from "./windowRows.js";

/** Registers the gradients of a convolution for its kernel and its inputs. */
export function registerConvolutionGradients(): void {
  register("Conv2DBackpropFilter", takingChannelsFirst(kernelGradient, false));
  register("Conv2DBackpropInput", takingChannelsFirst(inputGradient, true));
}

const plain = { strides: [1, 1], dilations: [1, 1], pad: "valid", dataFormat: "NHWC" } as const;

/**
 * A weight's gradient is the sum, over all images and windows, of what lay under it times what came of it. Either the inputs or the
 * gradient `dy` are arranged anew for it: what is smaller.
 */
const kernelGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { x, dy } = inputs as Record<"x" | "dy", tf.TensorInfo>;
  const geometry = geometryOf(x.shape, attrs.filterShape as number[], attrs);
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const multiplies = filterHeight * filterWidth * inChannels <= outChannels;
  return multiplies ? multiplied(backend, geometry, x, dy) : convolved(backend, geometry, x, dy);
};

/** As the product of a matrix of what lay in the windows with `dy`. */
function multiplied(
  backend: BackendWasm,
  geometry: Geometry,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
): tf.TensorInfo {
  const { batchSize, outHeight, outWidth, outChannels, filterShape } = geometry;
  const [height, width, channels] = filterShape;
  const [weights, windows] = [height * width * channels, batchSize * outHeight * outWidth];
  return composed(backend, (run, keep) => {
    const a = keep(backend.makeOutput([1, weights, windows], "float32"));
    fillWindowRows(geometry, numbersOf(backend, x), numbersOf(backend, a));
    const b = { ...dy, shape: [1, windows, outChannels] };
    const found = run("BatchMatMul", { a, b }, { transposeA: false, transposeB: false });
    return run("Reshape", { x: found }, { shape: filterShape });
  });
}

/**
 * As the inputs convolved with `dy`, the batch in the place of the channels. The stride of the windows is then the distance of what is
 * multiplied, a dilation.
 */
function convolved(
  backend: BackendWasm,
  geometry: Geometry,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
): tf.TensorInfo {
  const { rows, columns } = framesOf(geometry);
  return composed(backend, (run) => {
    const channelsAsBatch = run("Transpose", { x }, { perm: [3, 1, 2, 0] });
    const filter = run("Transpose", { x: dy }, { perm: [1, 2, 0, 3] });
    const { pad, ...images } = framed(run, channelsAsBatch, rows, columns);
    const dilations = [geometry.strideHeight, geometry.strideWidth];
    const found = run("Conv2D", { ...images, filter }, { ...plain, dilations, pad });
    return run("Transpose", { x: found }, { perm: [1, 2, 0, 3] });
  });
}

/** The gradient for the inputs, in the way that multiplies less. */
const inputGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { dy, filter } = inputs as Record<"dy" | "filter", tf.TensorInfo>;
  const geometry = geometryOf(attrs.inputShape as number[], filter.shape, attrs);
  const { inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth } = geometry;
  const gathers = strideHeight === 1 && strideWidth === 1 && inHeight * inWidth < 1.3 * outHeight * outWidth;
  return gathers ? gathered(backend, geometry, dy, filter) : spread(backend, geometry, dy, filter);
};

/** For stride 1: each pixel gathers from the windows it was in. It is `dy` convolved with the kernel, turned by half a turn. */
function gathered(
  backend: BackendWasm,
  geometry: Geometry,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
): tf.TensorInfo {
  const { padInfo, filterHeight, filterWidth, inHeight, inWidth, outHeight, outWidth } = geometry;
  const [above, left] = [filterHeight - 1 - padInfo.top, filterWidth - 1 - padInfo.left];
  const [below, right] = [inHeight - outHeight + padInfo.top, inWidth - outWidth + padInfo.left];
  return composed(backend, (run, keep) => {
    const { pad, x } = framed(run, dy, [above, below], [left, right]);
    return run("Conv2D", { x, filter: keep(halfTurned(backend, geometry, filter)) }, { ...plain, pad });
  });
}

/** The kernel `[height, width, in, out]` read from its end, as `[height, width, out, in]`. */
function halfTurned(backend: BackendWasm, geometry: Geometry, filter: tf.TensorInfo): tf.TensorInfo {
  const { filterHeight, filterWidth, inChannels, outChannels } = geometry;
  const out = backend.makeOutput([filterHeight, filterWidth, outChannels, inChannels], "float32");
  const [to, from] = [numbersOf(backend, out), numbersOf(backend, filter)];
  const size = inChannels * outChannels;
  for (let start = 0; start < from.length; start += size) {
    const opposite = from.length - size - start;
    for (let input = 0; input < inChannels; input++)
      for (let output = 0; output < outChannels; output++)
        to[start + output * inChannels + input] = from[opposite + input * outChannels + output] as number;
  }
  return out;
}

/**
 * Each window spreads over its pixels: `dy` times the kernel, which is a 1x1 convolution with a channel for each weight, is added up where
 * the windows lay. Some images at a time, for it is many numbers.
 */
function spread(
  backend: BackendWasm,
  geometry: Geometry,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
): tf.TensorInfo {
  const { batchSize, outHeight, outWidth, outChannels, filterHeight, filterWidth, inChannels } = geometry;
  const weights = filterHeight * filterWidth * inChannels;
  const at = Math.max(1, Math.floor(2 ** 19 / (outHeight * outWidth * weights)));
  return composed(backend, (_, keep) => {
    const matrix = { shape: [weights, outChannels], dtype: filter.dtype, dataId: filter.dataId };
    const turned = keep(transposed(backend, matrix));
    const kernel = { ...turned, shape: [1, 1, outChannels, weights] };
    const out = keep(backend.makeOutput(geometry.inShape, "float32"));
    numbersOf(backend, out).fill(0);
    for (let first = 0; first < batchSize; first += at) {
      const count = Math.min(at, batchSize - first);
      const size = [count, outHeight, outWidth, outChannels];
      composed(backend, (inner) => {
        const x = inner("Slice", { x: dy }, { begin: [first, 0, 0, 0], size });
        const shares = inner("Conv2D", { x, filter: kernel }, plain);
        spreadSums(geometry, numbersOf(backend, shares), numbersOf(backend, out), first);
        return out;
      });
    }
    return out;
  });
}

// Both gradients of a depthwise convolution, which the backend has not.
import type { tf } from "../tf.js";
import { type Geometry, geometryOf } from "./geometry.js";
import { type Kernel, numbersOf, register } from "./kernel.js";

/** Registers the gradients of a depthwise convolution for its kernel and its inputs. */
export function registerDepthwiseGradients(): void {
  register("DepthwiseConv2dNativeBackpropFilter", kernelGradient);
  register("DepthwiseConv2dNativeBackpropInput", inputGradient);
}

const kernelGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { x, dy } = inputs as Record<"x" | "dy", tf.TensorInfo>;
  const geometry = geometryOf(x.shape, attrs.filterShape as number[], attrs, true);
  const { inChannels, outChannels } = geometry;
  const multiplier = outChannels / inChannels;
  const out = backend.makeOutput(geometry.filterShape, "float32");
  const [sums, values, upstream] = [out, x, dy].map((each) => numbersOf(backend, each)) as Three;
  sums.fill(0);
  eachMeeting(geometry, (input, output, weight) => {
    for (let k = 0; k < outChannels; k++) {
      const channel = multiplier === 1 ? k : Math.floor(k / multiplier);
      (sums[weight + k] as number) += (values[input + channel] as number) * (upstream[output + k] as number);
    }
  });
  return out;
};

const inputGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { dy, filter } = inputs as Record<"dy" | "filter", tf.TensorInfo>;
  const geometry = geometryOf(attrs.inputShape as number[], filter.shape, attrs, true);
  const { inChannels, outChannels } = geometry;
  const multiplier = outChannels / inChannels;
  const out = backend.makeOutput(geometry.inShape, "float32");
  const [sums, weights, upstream] = [out, filter, dy].map((each) => numbersOf(backend, each)) as Three;
  sums.fill(0);
  eachMeeting(geometry, (input, output, weight) => {
    for (let k = 0; k < outChannels; k++) {
      const channel = multiplier === 1 ? k : Math.floor(k / multiplier);
      (sums[input + channel] as number) += (weights[weight + k] as number) * (upstream[output + k] as number);
    }
  });
  return out;
};

type Three = [Float32Array, Float32Array, Float32Array];

/** Calls `visit` for each pixel in each window, with where its channels begin in the inputs, the outputs and the kernel. */
function eachMeeting(
  geometry: Geometry,
  visit: (input: number, output: number, weight: number) => void,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = geometry;
  const { filterHeight, filterWidth, strideHeight, strideWidth, dilationHeight, dilationWidth } = geometry;
  for (let image = 0; image < batchSize; image++) {
    for (let window = 0; window < outHeight * outWidth; window++) {
      const top = Math.floor(window / outWidth) * strideHeight - padInfo.top;
      const left = (window % outWidth) * strideWidth - padInfo.left;
      const output = (image * outHeight * outWidth + window) * outChannels;
      for (let row = 0; row < filterHeight; row++) {
        const y = top + row * dilationHeight;
        if (y < 0 || y >= inHeight) continue;
        for (let column = 0; column < filterWidth; column++) {
          const x = left + column * dilationWidth;
          if (x < 0 || x >= inWidth) continue;
          const input = ((image * inHeight + y) * inWidth + x) * inChannels;
          visit(input, output, (row * filterWidth + column) * outChannels);
        }
      }
    }
  }
}

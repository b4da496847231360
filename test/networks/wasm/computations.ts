// What TensorFlow.js computes with windows, of random numbers.
import type fc from "fast-check";
import { type Tensor4D, tf } from "../../../src/networks/tf.js";
import type { Computation } from "./compare.js";
import type { Windows } from "./randomWindows.js";

/** The order of the axes of images. */
export type Format = "NHWC" | "NCHW";

export function convolution(windows: Windows, filters: number, format: Format = "NHWC"): Computation {
  const { batch, size, channels, kernel, strides, padding, dilations, rounding, seed } = windows;
  const isFirst = format === "NCHW";
  const zeros = padding as tf.backend_util.ExplicitPadding;
  const pad = isFirst && Array.isArray(padding) ? [zeros[0], zeros[3], zeros[1], zeros[2]] : padding;
  return {
    seed,
    shapes: [
      isFirst ? [batch, channels, ...size] : [batch, ...size, channels],
      [...kernel, channels, filters],
    ],
    compute: (x, w) =>
      tf.conv2d(x as Tensor4D, w as Tensor4D, strides, pad as typeof padding, format, dilations, rounding),
  };
}

/** The same with bias and ReLU in one kernel, as TensorFlow.js computes it outside of training. */
export function fusedConvolution(windows: Windows, filters: number): Computation {
  const { strides, padding: pad, dilations, rounding: dimRoundingMode } = windows;
  const { shapes, seed } = convolution(windows, filters);
  return {
    seed,
    shapes: [...shapes, [filters]],
    compute: (x, filter, bias) =>
      tf.fused.conv2d({
        x: x as Tensor4D,
        filter: filter as Tensor4D,
        bias: bias as tf.Tensor,
        strides,
        pad,
        dilations,
        activation: "relu",
        ...(dimRoundingMode && { dimRoundingMode }),
      }),
  };
}

export function depthwise(windows: Windows, multiplier: number): Computation {
  const { batch, size, channels, kernel, strides, padding, dilations, rounding, seed } = windows;
  return {
    seed,
    shapes: [
      [batch, ...size, channels],
      [...kernel, channels, multiplier],
    ],
    compute: (x, w) =>
      tf.depthwiseConv2d(x as Tensor4D, w as Tensor4D, strides, padding, "NHWC", dilations, rounding),
  };
}

export function pooling(kind: "maxPool" | "avgPool", windows: Windows): Computation {
  const { batch, size, channels, kernel, strides, padding, rounding, seed } = windows;
  return {
    seed,
    shapes: [[batch, ...size, channels]],
    compute: (x) => tf[kind](x as Tensor4D, kernel, strides, padding, rounding),
  };
}

/** The windows of which TensorFlow.js has gradients: no dilation, and no rounding but downwards. */
export function differentiable(windows: fc.Arbitrary<Windows>): fc.Arbitrary<Windows> {
  return windows.filter(
    ({ dilations, rounding }) =>
      dilations.every((dilation) => dilation === 1) && (rounding === undefined || rounding === "floor"),
  );
}

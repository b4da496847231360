// Where a convolution's windows lie, and how its input is framed so that they all fit.
import { tf } from "../tf.js";
import type { Call, Run } from "./kernel.js";

export type Geometry = tf.backend_util.Conv2DInfo;

/** Zeros before and after an axis. A negative number cuts off as many entries. */
export type Frame = readonly [before: number, after: number];

interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly dilations?: number | [number, number];
  readonly pad: "same" | "valid" | number | tf.backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  readonly dataFormat?: "NHWC" | "NCHW";
}

/** The geometry of a convolution with these attributes, which is depthwise if it says so. */
export function geometryOf(
  inputShape: readonly number[],
  kernelShape: readonly number[],
  attrs: Call["attrs"],
  depthwise = false,
): Geometry {
  const { strides, dilations, pad, dimRoundingMode, dataFormat } = attrs as unknown as ConvolutionAttributes;
  return tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    kernelShape as [number, number, number, number],
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
    dataFormat === "NCHW" ? "channelsFirst" : "channelsLast",
  );
}

/** What rows and columns need before and after them so that the windows cover them exactly, the last one to its end. */
export function framesOf(geometry: Geometry): { rows: Frame; columns: Frame } {
  const { padInfo, inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth } = geometry;
  const rows = (outHeight - 1) * strideHeight + geometry.effectiveFilterHeight;
  const columns = (outWidth - 1) * strideWidth + geometry.effectiveFilterWidth;
  return {
    rows: [padInfo.top, rows - inHeight - padInfo.top],
    columns: [padInfo.left, columns - inWidth - padInfo.left],
  };
}

/**
 * Whether the backend, which counts the windows along each axis by itself, comes to as many as TensorFlow.js has made room for. Where
 * it counts more it writes over what lies behind. TensorFlow.js counts the columns with the rows' kernel and stride where padding is one
 * number, and rounds up where it is told to.
 */
export function isCountedAlike(geometry: Geometry): boolean {
  const { rows, columns } = framesOf(geometry);
  const { padInfo, strideHeight, strideWidth } = geometry;
  const left = [padInfo.bottom - rows[1], padInfo.right - columns[1]] as const;
  return left[0] >= 0 && left[0] < strideHeight && left[1] >= 0 && left[1] < strideWidth;
}

/** The padding of a kernel for tensors [batch, height, width, channels]; no number is negative. */
export function explicitPadding(rows: Frame, columns: Frame): number[][] {
  return [[0, 0], [...rows], [...columns], [0, 0]];
}

/**
 * Images and the zeros that a convolution of them is to be told, which come to these frames. Where a frame cuts, the zeros are already
 * among the images, since a cut may reach into them.
 */
export function framed(
  run: Run,
  x: tf.TensorInfo,
  rows: Frame,
  columns: Frame,
): { x: tf.TensorInfo; pad: number[][] } {
  if ([...rows, ...columns].every((count) => count >= 0)) return { x, pad: explicitPadding(rows, columns) };
  return { x: fitted(run, x, rows, columns), pad: explicitPadding([0, 0], [0, 0]) };
}

/** Images with these frames around them, or cut off. */
export function fitted(run: Run, x: tf.TensorInfo, rows: Frame, columns: Frame): tf.TensorInfo {
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
  const zeros = (frame: Frame) => frame.map((count) => Math.max(0, count)) as [number, number];
  const all = [...rows, ...columns];
  const paddings = explicitPadding(zeros(rows), zeros(columns));
  const grown = all.some((count) => count > 0) ? run("PadV2", { x }, { paddings, constantValue: 0 }) : x;
  if (all.every((count) => count >= 0)) return grown;
  const begin = [0, Math.max(0, -rows[0]), Math.max(0, -columns[0]), 0];
  const size = [batch, height + rows[0] + rows[1], width + columns[0] + columns[1], channels];
  return run("Slice", { x: grown }, { begin, size });
}

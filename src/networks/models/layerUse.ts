import { type AxisPadding, paddingOf } from "../../arithmetic/window.js";
import type { tf } from "../tf.js";
import { type AxisView, enlarged, slid, type View, whole } from "./layerViews.js";

/** What a layer is asked about. */
export interface Use {
  layer: tf.layers.Layer;
  /** Its settings, as it is saved with. */
  config: Readonly<Record<string, unknown>>;
  /** The views of what goes in. */
  inputs: readonly View[];
  /** Shapes without the batch. */
  inputShape: readonly number[];
  outputShape: readonly number[];
}

type Pair = readonly [rows: number, columns: number];

/** What goes in, of the first input. */
export const first = ({ inputs }: Use) => inputs[0] as View;

/** A view made axis by axis. */
export function perAxis(use: Use, make: (below: AxisView, length: number, axis: 0 | 1) => AxisView): View {
  const [height = 1, width = 1] = use.outputShape;
  const { rows, columns } = first(use);
  return { rows: make(rows, height, 0), columns: make(columns, width, 1) };
}

/** A setting that is one number or a pair. */
export function pair(value: unknown, otherwise: Pair = [1, 1]): Pair {
  if (typeof value === "number") return [value, value];
  return Array.isArray(value) ? (value as unknown as Pair) : otherwise;
}

/** A window of that size, sliding as the settings say. */
export function sliding(use: Use, size: unknown, defaultStride: Pair = [1, 1]): View {
  const { strides, dilationRate, padding } = use.config;
  const kernel = pair(size);
  const [stride, dilation] = [pair(strides, defaultStride), pair(dilationRate)];
  return perAxis(use, (below, length, axis) =>
    slid(below, length, {
      kernel: kernel[axis],
      stride: stride[axis],
      dilation: dilation[axis],
      padding: padding as AxisPadding,
    }),
  );
}

/** Every number sees all that the maps below see. */
export const wholeMaps = (use: Use): View => ({
  rows: whole(first(use).rows),
  columns: whole(first(use).columns),
});

/** Zeros around the maps, so many of them before. */
export const margins = (use: Use, before: Pair): View =>
  perAxis(use, (below, length, axis) => {
    const after = length - below.length - before[axis];
    return slid(below, length, { kernel: 1, stride: 1, dilation: 1, padding: [before[axis], after] });
  });

/** What comes before, of a setting such as `[[top, bottom], [left, right]]`. */
export const leading = (value: unknown): Pair => pair(value).map((side) => pair(side)[0]) as unknown as Pair;

/** A convolution the other way round. */
export const transposed = (use: Use): View => {
  const [kernel, stride] = [pair(use.config.kernelSize), pair(use.config.strides)];
  return perAxis(use, (below, length, axis) => {
    const window = { kernel: kernel[axis], stride: stride[axis], padding: use.config.padding as AxisPadding };
    // It undoes a convolution over maps of its own output's size.
    return enlarged(below, length, {
      kernel: kernel[axis],
      stride: stride[axis],
      cut: paddingOf(length, window)[0],
    });
  });
};

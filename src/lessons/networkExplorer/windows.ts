import { paddingOf } from "../../arithmetic/window.js";
import type { MapSizes, Pair } from "./stage.js";

/** What a layer of TensorFlow.js says about itself. */
export type Config = Readonly<Record<string, unknown>>;

/** One number for both axes, or one for each. */
export const pair = (value: unknown): Pair =>
  (Array.isArray(value) ? [value[0], value[1]] : [value, value]) as Pair;

/** `3x3`. */
export const said = ([rows, columns]: Pair) => `${rows}x${columns}`;

/** Sizes of a layer's output, without the batch; a row of units is maps of one number. */
export function sizesOf(shape: readonly (number | null)[]): MapSizes {
  const sizes = shape.slice(1);
  const [rows, columns, maps] = sizes.length === 1 ? [1, 1, sizes[0]] : sizes;
  return { maps: Number(maps), rows: Number(rows), columns: Number(columns) };
}

/** Size, step and border of the windows with which a layer looks at the maps below, and the words for them. */
export function slidingOf({ rows, columns }: MapSizes, kernel: Pair, config: Config) {
  const [stride, dilation] = [pair(config.strides ?? 1), pair(config.dilationRate ?? 1)];
  const padding = config.padding === "same" ? "same" : "valid";
  const along = (length: number, axis: 0 | 1) =>
    paddingOf(length, { kernel: kernel[axis], stride: stride[axis], dilation: dilation[axis], padding });
  const [top, bottom] = along(rows, 0);
  const [left, right] = along(columns, 1);
  const step = Math.max(...stride) > 1 ? `, stride ${said(stride)}` : "";
  const wide = Math.max(...dilation) > 1 ? `, dilation ${said(dilation)}` : "";
  return {
    words: `${said(kernel)} windows${step}${wide}`,
    sliding: { kernel, stride, dilation, around: [top, left, bottom, right] as const },
  };
}

import { requireWhole } from "./whole.js";

/**
 * How many pixels are added around the input: a rule by name, one number for both sides, or `[before, after]`.
 *
 * - `"valid"`: none.
 * - `"same"`: as many as make the output `ceil(length / stride)` long. An odd total puts the extra pixel after,
 *   as TensorFlow does.
 * - `"full"`: the reach of the kernel minus one on both sides, so that every overlap counts.
 */
export type AxisPadding = "valid" | "same" | "full" | number | readonly [before: number, after: number];

/** How a window slides along one axis of its input. All numbers are in pixels. */
export interface AxisWindow {
  /** Number of weights along this axis. */
  kernel: number;
  /** Step from one place to the next. @default {1} */
  stride?: number;
  /** Distance between neighbouring weights; 1 means side by side. @default {1} */
  dilation?: number;
  /** Pixels added around the input. @default {"valid"} */
  padding?: AxisPadding;
}

/**
 * Pixels added `[before, after]` an input of this length.
 *
 * @throws {RangeError} if a number is not whole or out of range, or the padding is no {@link AxisPadding}
 * @example paddingOf(28, { kernel: 5, padding: "same" }) // [2, 2]
 */
export function paddingOf(length: number, window: AxisWindow): [before: number, after: number] {
  const reach = reachOf(window);
  const { stride = 1, padding = "valid" } = window;
  requireWhole("slide a window", { length, stride }, { from: 1 });

  if (padding === "valid") return [0, 0];
  if (padding === "full") return [reach - 1, reach - 1];
  if (padding === "same") {
    const output = Math.ceil(length / stride);
    const totalPadding = Math.max(0, (output - 1) * stride + reach - length);
    const before = Math.floor(totalPadding / 2);
    return [before, totalPadding - before];
  }
  if (typeof padding !== "number" && !(Array.isArray(padding) && padding.length === 2)) {
    const choices = '"valid", "same", "full", a number or [before, after]';
    throw new RangeError(`Cannot slide a window: padding is ${JSON.stringify(padding)}. Give ${choices}.`);
  }
  const [before, after] = typeof padding === "number" ? [padding, padding] : padding;
  requireWhole("slide a window", { "padding before": before, "padding after": after }, { from: 0 });
  return [before, after];
}

/**
 * Number of places where the window fits: `floor((length + before + after - reach) / stride) + 1`, where the reach
 * of a kernel is `(kernel - 1) * dilation + 1`. Pixels left over at the end are seen by no window.
 *
 * @throws {RangeError} if the window is longer than the padded input, or {@link paddingOf} refuses it
 * @example outputLength(28, { kernel: 5 }) // 24
 * @see Dumoulin and Visin, *A guide to convolution arithmetic for deep learning*, 2016
 */
export function outputLength(length: number, window: AxisWindow): number {
  const [before, after] = paddingOf(length, window);
  const reach = reachOf(window);
  const padded = length + before + after;
  if (reach > padded) {
    const pixels = length === 1 ? "1 pixel" : `${length} pixels`;
    const input = padded === length ? pixels : `${pixels} padded to ${padded}`;
    throw new RangeError(
      `Cannot slide a window of ${reach} over ${input}: it does not fit. Use a smaller kernel or dilation, or pad more.`,
    );
  }
  return Math.floor((padded - reach) / (window.stride ?? 1)) + 1;
}

/**
 * What one output of a stack of layers sees of an input of this length, along one axis, in input pixels.
 *
 * - `size`: how many neighbouring pixels, padding included; it may exceed the length.
 * - `jump`: how far the view moves from one output to the next, the product of the strides.
 * - `start`: the first pixel that the first output sees, negative inside padding.
 *
 * The length matters for `"same"`, whose padding depends on it. No layers at all give size 1, jump 1, start 0.
 *
 * @throws {RangeError} if the length is no whole number from 1, or {@link outputLength} refuses a layer
 * @example receptiveField(28, [{ kernel: 5 }, { kernel: 2, stride: 2 }]) // { size: 6, jump: 2, start: 0 }
 */
export function receptiveField(
  length: number,
  layers: readonly AxisWindow[],
): { size: number; jump: number; start: number } {
  requireWhole("find the receptive field", { length }, { from: 1 });
  let view = { size: 1, jump: 1, start: 0 };
  let current = length;
  for (const window of layers) {
    const [before] = paddingOf(current, window);
    view = {
      size: view.size + (reachOf(window) - 1) * view.jump,
      jump: view.jump * (window.stride ?? 1),
      start: view.start - before * view.jump,
    };
    current = outputLength(current, window);
  }
  return view;
}

/**
 * The first and the last place of an input of this length that windows see, from the window at `first` to the one at `last`; padding
 * left out. Where all of them lie on padding alone, the first is larger than the last.
 */
export function placesSeen(
  length: number,
  window: AxisWindow,
  [first, last]: readonly [first: number, last: number],
): [first: number, last: number] {
  const [before] = paddingOf(length, window);
  const [reach, { stride = 1 }] = [reachOf(window), window];
  const from = Math.max(first, Math.ceil((before - reach + 1) / stride));
  const to = Math.min(last, Math.floor((before + length - 1) / stride));
  if (from > to) return [1, 0];
  return [Math.max(0, from * stride - before), Math.min(length - 1, to * stride - before + reach - 1)];
}

/** Pixels from the first weight to the last, both included. */
function reachOf(window: AxisWindow): number {
  const { kernel, dilation = 1 } = window ?? {};
  requireWhole("slide a window", { kernel, dilation }, { from: 1 });
  return (kernel - 1) * dilation + 1;
}

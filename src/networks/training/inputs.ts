import type { Digits } from "../../images/digits/digits.js";
import { type Tensor1D, type Tensor4D, tf } from "../tf.js";

/** Pixels arrive as bytes, 0 to 255; networks take them from 0 to 1. */
export const defaultScale = 1 / 255;

/**
 * The digits as the tensor a network takes: `[count, height, width, 1]`, each byte times `scale`.
 * The caller disposes it.
 *
 * @param options.scale factor on the bytes. @default {1 / 255}
 * @example toInputs(digitsFrom([[[0, 255]]], [1])).arraySync() // [[[[0], [1]]]]
 */
export function toInputs(digits: Digits, options: { scale?: number } = {}): Tensor4D {
  const { count, height, width } = digits;
  return tf.tensor4d(scaled(digits.pixels, options.scale ?? defaultScale), [count, height, width, 1]);
}

/**
 * The labels as a tensor `[count]` of class indices. The caller disposes it.
 *
 * @example toLabels(digitsFrom([[[0, 255]], [[255, 0]]], [1, 7])).arraySync() // [1, 7]
 */
export function toLabels(digits: Digits): Tensor1D {
  return tf.tensor1d(Float32Array.from(digits.labels), "float32");
}

function scaled(pixels: Uint8Array, scale: number): Float32Array {
  const values = new Float32Array(pixels.length);
  for (let index = 0; index < pixels.length; index++) values[index] = (pixels[index] as number) * scale;
  return values;
}

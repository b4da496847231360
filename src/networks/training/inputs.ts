import { requireOptions } from "../../arithmetic/options.js";
import { bytesPerImage, channelsOf, type ImageSet } from "../../images/images.js";
import { type Tensor1D, type Tensor4D, tf } from "../tf.js";

/** Pixels arrive as bytes, 0 to 255; networks take them from 0 to 1. */
export const defaultScale = 1 / 255;

/**
 * The images as the tensor a network takes: `[count, height, width, channels]`, each byte times `scale`.
 * The caller disposes it.
 *
 * @param options.scale factor on the bytes. @default {1 / 255}
 * @throws {TypeError} if an option has another name
 * @example toInputs(digitsFrom([[[0, 255]]], [1])).arraySync() // [[[[0], [1]]]]
 */
export function toInputs(images: ImageSet, options: { scale?: number } = {}): Tensor4D {
  requireOptions("make inputs", options, ["scale"]);
  const { count, height, width, pixels } = images;
  bytesPerImage(images, "make inputs"); // refuses what does not fit
  const shape = [count, height, width, channelsOf(images)] as [number, number, number, number];
  return tf.tensor4d(scaled(pixels, options.scale ?? defaultScale), shape);
}

/**
 * The labels as a tensor `[count]` of class indices. The caller disposes it.
 *
 * @example toLabels(digitsFrom([[[0, 255]], [[255, 0]]], [1, 7])).arraySync() // [1, 7]
 */
export function toLabels({ labels }: Pick<ImageSet, "labels">): Tensor1D {
  return tf.tensor1d(Float32Array.from(labels), "float32");
}

function scaled(pixels: Uint8Array, scale: number): Float32Array {
  const values = new Float32Array(pixels.length);
  for (let index = 0; index < pixels.length; index++) values[index] = (pixels[index] as number) * scale;
  return values;
}

import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";
import { requireIndex, requireWhole } from "../../arithmetic/whole.js";

/**
 * Gray images of one size with a label each. `pixels` has count x height x width bytes, row by row, 0 is
 * background; `labels` has count bytes.
 */
export interface Digits {
  count: number;
  height: number;
  width: number;
  pixels: Uint8Array;
  labels: Uint8Array;
}

/**
 * `count` digits beginning with number `from`, as views: no pixel is copied, and changing a pixel changes the
 * original too.
 *
 * @throws {RangeError} if there are not so many
 * @example
 * const digits = digitsFrom([[[0, 255]], [[255, 0]]], [1, 7]);
 * take(digits, 1, 1).labels // [7]
 */
export function take(digits: Digits, from: number, count: number): Digits {
  requireWhole("take digits", { from, count }, { from: 0 });
  if (from + count > digits.count) {
    throw new RangeError(
      `Cannot take ${count} digits from number ${from}: there are ${digits.count}, numbered from 0.`,
    );
  }
  const size = digits.height * digits.width;
  return {
    count,
    height: digits.height,
    width: digits.width,
    pixels: digits.pixels.subarray(from * size, (from + count) * size),
    labels: digits.labels.subarray(from, from + count),
  };
}

/**
 * The digits with these indices, in this order, copied. An index may come twice.
 *
 * @throws {RangeError} if there is no digit of an index
 * @example
 * const digits = digitsFrom([[[0, 255]], [[255, 0]]], [1, 7]);
 * pick(digits, [1, 0, 1]).labels // [7, 1, 7]
 */
export function pick(digits: Digits, indices: ArrayLike<number>): Digits {
  const { height, width } = digits;
  const size = height * width;
  const count = indices.length;
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  for (let to = 0; to < count; to++) {
    const from = indices[to] as number;
    requireIndex("pick digits", { index: from }, digits.count);
    pixels.set(digits.pixels.subarray(from * size, (from + 1) * size), to * size);
    labels[to] = digits.labels[from] as number;
  }
  return { count, height, width, pixels, labels };
}

/**
 * One digit as rows of numbers from 0 (background) to 255 (full ink).
 *
 * @throws {RangeError} if there is no digit of that index
 * @example digitAt(digitsFrom([[[0, 255]]], [1]), 0) // [[0, 255]]
 */
export function digitAt(digits: Digits, index: number): Matrix {
  const { height, width, pixels } = digits;
  requireIndex("show a digit", { index }, digits.count);
  const start = index * height * width;
  return Array.from({ length: height }, (_, row) =>
    Array.from(pixels.subarray(start + row * width, start + (row + 1) * width)),
  );
}

/**
 * Digits from matrices of one size, values 0 to 255 (rounded to whole numbers), with a label from 0 to 9 each.
 *
 * @throws {TypeError} if an image is not rows of numbers
 * @throws {RangeError} if there are none, sizes differ, or a pixel or label is out of range
 * @example digitsFrom([[[0, 255]], [[255, 0]]], [1, 7])
 * // { count: 2, height: 1, width: 2, pixels: [0, 255, 255, 0], labels: [1, 7] }
 */
export function digitsFrom(images: readonly Matrix[], labels: readonly number[]): Digits {
  const first = requireSome("make digits", "image", images);
  requireOneEach("make digits", { images, labels });
  const { height, width } = sizeOf(first, "make digits", "image");
  const pixels = new Uint8Array(images.length * height * width);
  for (const [index, image] of images.entries()) {
    const size = sizeOf(image, "make digits", `image ${index}`);
    if (size.height !== height || size.width !== width) {
      const sizes = `${height}x${width} and ${size.height}x${size.width}`;
      throw new RangeError(`Cannot make digits of ${sizes} pixels together. Give images of one size.`);
    }
    const values = image.flat();
    const wrong = values.find((value) => !(value >= 0 && value <= 255));
    if (wrong !== undefined)
      throw new RangeError(`Cannot make a digit with the pixel ${wrong}. Give 0 to 255.`);
    pixels.set(values.map(Math.round), index * height * width);
  }
  for (const label of labels) requireWhole("make digits", { label }, { from: 0, to: 9 });
  return { count: images.length, height, width, pixels, labels: Uint8Array.from(labels) };
}

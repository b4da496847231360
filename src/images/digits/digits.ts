import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";
import { grayLevel } from "../../arithmetic/pixelImage.js";
import { isWhole, requireIndex, requireWhole } from "../../arithmetic/whole.js";
import { bytesPerImage, changed, channelsOf, type Digits, type ImageSet, type SameKind } from "../images.js";

export type { Digits } from "../images.js";

/**
 * `count` images beginning with number `from`, as views: no pixel is copied, and changing a pixel changes the
 * original too.
 *
 * @throws {RangeError} if there are not so many
 * @example
 * const digits = digitsFrom([[[0, 255]], [[255, 0]]], [1, 7]);
 * take(digits, 1, 1).labels // [7]
 */
export function take<Given extends ImageSet>(images: Given, from: number, count: number): SameKind<Given> {
  requireWhole(`take ${nameOf(images)}s`, { from, count }, { from: 0 });
  if (from + count > images.count) {
    throw new RangeError(
      `Cannot take ${count} ${nameOf(images)}s from number ${from}: there are ${images.count}, numbered from 0.`,
    );
  }
  const size = bytesPerImage(images, "take images");
  return changed(images, {
    count,
    pixels: images.pixels.subarray(from * size, (from + count) * size),
    labels: images.labels.subarray(from, from + count),
  });
}

/**
 * The images with these indices, in this order, copied. An index may come twice.
 *
 * @throws {RangeError} if there is no image of an index
 * @example
 * const digits = digitsFrom([[[0, 255]], [[255, 0]]], [1, 7]);
 * pick(digits, [1, 0, 1]).labels // [7, 1, 7]
 */
export function pick<Given extends ImageSet>(images: Given, indices: ArrayLike<number>): SameKind<Given> {
  const size = bytesPerImage(images, "pick images");
  const count = indices.length;
  const pixels = new Uint8Array(count * size);
  const labels = images.labels instanceof Uint16Array ? new Uint16Array(count) : new Uint8Array(count);
  for (let to = 0; to < count; to++) {
    const from = indices[to] as number;
    requireIndex(`pick ${nameOf(images)}s`, { index: from }, images.count);
    pixels.set(images.pixels.subarray(from * size, (from + 1) * size), to * size);
    labels[to] = images.labels[from] as number;
  }
  return changed(images, { count, pixels, labels });
}

/**
 * One image as rows of numbers from 0 (background) to 255 (full ink). Of an image in colour these are its grays (0.299 red +
 * 0.587 green + 0.114 blue, rounded), or one of its channels, by its number from 0.
 *
 * @throws {RangeError} if there is no image of that index, or no such channel
 * @example digitAt(digitsFrom([[[0, 255]]], [1]), 0) // [[0, 255]]
 */
export function digitAt(images: ImageSet, index: number, channel?: number): Matrix {
  const action = nameOf(images) === "digit" ? "show a digit" : "show an image";
  const size = bytesPerImage(images, action);
  const { height, width, pixels } = images;
  requireIndex(action, { index }, images.count);
  const start = index * size;
  const channels = channelsOf(images);
  if (channel !== undefined) requireIndex(action, { channel }, channels);
  const valueAt = (at: number) => {
    if (channel !== undefined) return pixels[at + channel] as number;
    if (channels === 1) return pixels[at] as number;
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    return Math.round(grayLevel(red, green, blue));
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => valueAt(start + (row * width + column) * channels)),
  );
}

/**
 * Digits from matrices of one size, values 0 to 255 (rounded to whole numbers), with a label from 0 to 9 each. For colour and
 * other classes there is `imagesFrom`.
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
  for (const label of labels) {
    if (isWhole(label, { from: 10 })) {
      throw new RangeError(
        `Cannot make digits: label is ${label}. Give 0 to 9, or for other classes imagesFrom(pictures, labels, classes).`,
      );
    }
    requireWhole("make digits", { label }, { from: 0, to: 9 });
  }
  return { count: images.length, height, width, pixels, labels: Uint8Array.from(labels) };
}

/** Whoever names no classes has digits. */
function nameOf({ classes }: ImageSet): "digit" | "image" {
  return classes === undefined ? "digit" : "image";
}

import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";
import { bytesPerImage, changed, channelsOf, type Digits, type ImageSet, type SameKind } from "../images.js";

export type { Digits } from "../images.js";

/**
 * `count` images beginning with number `from`, as views: no pixel is copied, and changing a pixel changes the
 * original too.
 *
 * @example take(test, 0, 100) // the first hundred
 */
export function take<Given extends ImageSet>(images: Given, from: number, count: number): SameKind<Given> {
  const wholeNumbers = Number.isInteger(from) && Number.isInteger(count) && from >= 0 && count >= 0;
  if (!wholeNumbers || from + count > images.count) {
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
 * @example pick(train, shuffled(train.count, seeded(1)).subarray(0, 6000)) // 6,000 at random
 */
export function pick<Given extends ImageSet>(images: Given, indices: ArrayLike<number>): SameKind<Given> {
  const size = bytesPerImage(images, "pick images");
  const count = indices.length;
  const pixels = new Uint8Array(count * size);
  const labels = images.labels instanceof Uint16Array ? new Uint16Array(count) : new Uint8Array(count);
  for (let to = 0; to < count; to++) {
    const from = checkedIndex(images, indices[to] as number, "pick");
    pixels.set(images.pixels.subarray(from * size, (from + 1) * size), to * size);
    labels[to] = images.labels[from] as number;
  }
  return changed(images, { count, pixels, labels });
}

/**
 * One image as rows of numbers from 0 (background) to 255 (full ink). Of an image in colour these are its grays (0.299 red +
 * 0.587 green + 0.114 blue, rounded), or one of its channels, by its number from 0.
 */
export function digitAt(images: ImageSet, index: number, channel?: number): Matrix {
  const size = bytesPerImage(images, "show an image");
  const { height, width, pixels } = images;
  const start = checkedIndex(images, index, "show") * size;
  const channels = channelsOf(images);
  if (channel !== undefined && !(Number.isInteger(channel) && channel >= 0 && channel < channels)) {
    throw new RangeError(`Cannot show channel ${channel}: there are ${channels}, numbered from 0.`);
  }
  const valueAt = (at: number) => {
    if (channel !== undefined) return pixels[at + channel] as number;
    if (channels === 1) return pixels[at] as number;
    const [red, green, blue] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number];
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => valueAt(start + (row * width + column) * channels)),
  );
}

/**
 * Digits from matrices of one size, values 0 to 255 (rounded to whole numbers), with a label from 0 to 9 each. For colour and
 * other classes there is `imagesFrom`.
 *
 * @example digitsFrom([digitAt(test, 3), digitAt(test, 5)], [0, 1])
 */
export function digitsFrom(images: readonly Matrix[], labels: readonly number[]): Digits {
  const first = images[0];
  if (first === undefined || labels.length !== images.length) {
    throw new RangeError(
      `Cannot make digits of ${images.length} images and ${labels.length} labels. Give one label each.`,
    );
  }
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
  const unknown = labels.find((label) => !(Number.isInteger(label) && label >= 0 && label <= 9));
  if (unknown !== undefined)
    throw new RangeError(
      `Cannot label a digit ${unknown}. Give a whole number, 0 to 9, or use imagesFrom for other classes.`,
    );
  return { count: images.length, height, width, pixels, labels: Uint8Array.from(labels) };
}

/** Refuses what is no index of an image. */
export function checkedIndex(images: ImageSet, index: number, action: string): number {
  if (!Number.isInteger(index) || index < 0 || index >= images.count) {
    throw new RangeError(
      `Cannot ${action} ${nameOf(images)} ${index}: there are ${images.count}, numbered from 0.`,
    );
  }
  return index;
}

/** Whoever names no classes has digits. */
function nameOf({ classes }: ImageSet): "digit" | "image" {
  return classes === undefined ? "digit" : "image";
}

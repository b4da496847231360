import { requireOneEach, requireSome } from "../arithmetic/lists.js";
import type { PixelImage } from "../arithmetic/pixelImage.js";
import { isWhole, requireIndex } from "../arithmetic/whole.js";
import { bytesPerImage, channelsOf, type ImageSet, type Images, roomForLabels } from "./images.js";

/**
 * Pictures of one size as a set: what `decodeImage`, `resizeImage` and `cropImage` return, with the index of its class for each.
 *
 * @throws {RangeError} if there are none, sizes or channels differ, or a label is no index of a class
 * @example
 * const picture = { height: 1, width: 1, channels: 3, pixels: Uint8Array.of(206, 46, 40) } as const;
 * imagesFrom([resizeImage(picture, { height: 8, width: 8 })], [0], ["cherry", "leaf"]).pixels.length // 192
 */
export function imagesFrom(
  pictures: readonly PixelImage[],
  labels: ArrayLike<number>,
  classes: readonly string[],
): Images {
  const action = "make a set of images";
  const first = requireSome(action, "picture", pictures);
  requireOneEach(action, { pictures, labels });
  const { height, width } = first;
  const channels = channelsOf(first);
  const size = height * width * channels;
  const pixels = new Uint8Array(pictures.length * size);
  const places = roomForLabels(pictures.length, classes.length);
  for (const [index, picture] of pictures.entries()) {
    const odd = picture.height !== height || picture.width !== width || picture.channels !== channels;
    if (odd || picture.pixels.length !== size) {
      const shape = `${picture.height}x${picture.width}x${picture.channels} with ${picture.pixels.length} bytes`;
      throw new RangeError(
        `Cannot ${action}: number ${index} is ${shape}, number 0 is ${height}x${width}x${channels}. Resize them to one size.`,
      );
    }
    const label = labels[index] as number;
    if (!isWhole(label, { from: 0, to: classes.length - 1 })) {
      throw new RangeError(
        `Cannot ${action}: label ${label} of number ${index} is none of ${classes.length} classes. Give 0 to ${classes.length - 1}.`,
      );
    }
    pixels.set(picture.pixels, index * size);
    places[index] = label;
  }
  return { count: pictures.length, height, width, channels, pixels, labels: places, classes };
}

/**
 * One image of a set as a picture, as `resizeImage`, `imageGrid` and `encodePng` take it. A view: no pixel is copied.
 *
 * @throws {RangeError} if there is no such image
 * @example imageAt(digitsFrom([[[0, 255]], [[255, 0]]], [1, 7]), 1)
 * // { height: 1, width: 2, channels: 1, pixels: [255, 0] }
 */
export function imageAt(images: ImageSet, index: number): PixelImage & { channels: 1 | 3 } {
  const size = bytesPerImage(images, "show an image");
  requireIndex("show an image", { index }, images.count);
  const start = index * size;
  const { height, width } = images;
  return { height, width, channels: channelsOf(images), pixels: images.pixels.subarray(start, start + size) };
}

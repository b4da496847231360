import type { PixelImage } from "../charts/drawing/png.js";
import { checkedIndex } from "./digits/digits.js";
import { bytesPerImage, channelsOf, type ImageSet, type Images, roomForLabels } from "./images.js";

/**
 * Pictures of one size as a set: what `decodeImage`, `resizeImage` and `cropImage` return, with the index of its class for each.
 *
 * @throws {RangeError} if there are none, sizes or channels differ, or a label is no index of a class
 *
 * @example imagesFrom([resizeImage(picture, { height: 64, width: 64 })], [0], ["cat", "dog"])
 */
export function imagesFrom(
  pictures: readonly PixelImage[],
  labels: ArrayLike<number>,
  classes: readonly string[],
): Images {
  const action = "make a set of images";
  const [first] = pictures;
  if (first === undefined || labels.length !== pictures.length) {
    throw new RangeError(
      `Cannot ${action} of ${pictures.length} pictures and ${labels.length} labels. Give one label each.`,
    );
  }
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
    if (!Number.isInteger(label) || label < 0 || label >= classes.length) {
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
 */
export function imageAt(images: ImageSet, index: number): PixelImage & { channels: 1 | 3 } {
  const size = bytesPerImage(images, "show an image");
  const start = checkedIndex(images, index, "show") * size;
  const { height, width } = images;
  return { height, width, channels: channelsOf(images), pixels: images.pixels.subarray(start, start + size) };
}

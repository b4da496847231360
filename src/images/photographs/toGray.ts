import { grayLevel, type PixelImage } from "../../arithmetic/pixelImage.js";
import { requireIndex } from "../../arithmetic/whole.js";

/**
 * An image in gray, one channel: 0.299 red + 0.587 green + 0.114 blue, the weights of analogue television, which are about
 * how bright each colour looks (ITU-R BT.601).
 *
 * @throws {RangeError} if the image does not have three channels
 * @example toGray({ height: 1, width: 1, channels: 3, pixels: Uint8Array.of(255, 0, 0) }).pixels // [76]
 */
export function toGray(image: PixelImage): PixelImage & { channels: 1 } {
  const { height, width, channels, pixels } = image;
  if (channels !== 3) {
    throw new RangeError(`Cannot turn ${channels} channels to gray. Give three: red, green, blue.`);
  }
  const gray = Uint8Array.from({ length: height * width }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(3 * pixel, 3 * pixel + 3);
    return Math.round(grayLevel(red, green, blue));
  });
  return { height, width, channels: 1, pixels: gray };
}

/**
 * One channel of an image, by its number from 0, as a matrix of rows and columns.
 *
 * @throws {RangeError} if there is no such channel
 * @example channelOf({ height: 1, width: 2, channels: 3, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) }, 2) // [[3, 6]]
 */
export function channelOf(image: PixelImage, channel: number): number[][] {
  const { height, width, channels, pixels } = image;
  requireIndex("take a channel", { channel }, channels);
  return Array.from({ length: height }, (_, row) =>
    Array.from(
      { length: width },
      (_, column) => pixels[(row * width + column) * channels + channel] as number,
    ),
  );
}

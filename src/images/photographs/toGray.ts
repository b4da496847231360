import type { PixelImage } from "../../charts/drawing/png.js";

/**
 * An image in gray, one channel: 0.299 red + 0.587 green + 0.114 blue, the weights of analogue television, which are about
 * how bright each colour looks (ITU-R BT.601).
 *
 * @throws {RangeError} if the image does not have three channels
 */
export function toGray(image: PixelImage): PixelImage & { channels: 1 } {
  const { height, width, channels, pixels } = image;
  if (channels !== 3) {
    throw new RangeError(`Cannot turn ${channels} channels to gray. Give three: red, green, blue.`);
  }
  const gray = Uint8Array.from({ length: height * width }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(3 * pixel, 3 * pixel + 3);
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
  return { height, width, channels: 1, pixels: gray };
}

/** One channel of an image, by its number from 0, as a matrix of rows and columns. */
export function channelOf(image: PixelImage, channel: number): number[][] {
  const { height, width, channels, pixels } = image;
  if (!Number.isInteger(channel) || channel < 0 || channel >= channels) {
    throw new RangeError(`Cannot take channel ${channel}: the image has ${channels}, numbered from 0.`);
  }
  return Array.from({ length: height }, (_, row) =>
    Array.from(
      { length: width },
      (_, column) => pixels[(row * width + column) * channels + channel] as number,
    ),
  );
}

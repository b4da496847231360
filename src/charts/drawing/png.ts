import { PNG } from "pngjs";
import { type PixelImage, requirePixels } from "../../arithmetic/pixelImage.js";

const colorTypes = { 1: 0, 3: 2, 4: 6 } as const;

/**
 * An image as the bytes of a PNG file, 8 bits a channel, lossless.
 *
 * @throws {RangeError} if a side is no whole number from 1, channels are not 1, 3 or 4, or the bytes do not fit the size
 * @example encodePng({ width: 2, height: 1, channels: 1, pixels: Uint8Array.of(0, 255) }) // [137, 80, 78, 71, …]
 */
export function encodePng(picture: PixelImage): Uint8Array {
  requirePixels("encode a PNG", picture);
  const { width, height, channels, pixels } = picture;
  const colorType = colorTypes[channels];
  const image = new PNG({ width, height });
  image.data = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const write = (filterType: number) =>
    PNG.sync.write(image, {
      bitDepth: 8,
      deflateLevel: 9,
      deflateStrategy: 0, // not pngjs's own, which looks for runs only and takes half as much again
      filterType,
      colorType,
      inputColorType: colorType,
      inputHasAlpha: channels === 4,
    });
  // Charts are smaller unfiltered, photographs with the filter that suits each line.
  const [plain, filtered] = [write(0), write(-1)];
  return new Uint8Array(plain.length < filtered.length ? plain : filtered);
}

/**
 * Width and height that the head of a PNG file states, in pixels.
 *
 * @throws {TypeError} if the bytes do not start like a PNG file
 */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (png.length < 24 || signature.some((byte, index) => png[index] !== byte)) {
    throw new TypeError(
      "Cannot read the picture: it does not start like a PNG file, or is cut off. Pass a whole PNG, or SVG text.",
    );
  }
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

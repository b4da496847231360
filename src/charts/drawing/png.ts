import { type PixelImage, requirePixels } from "../../arithmetic/pixelImage.js";
import { writePng } from "../../platform/png.js";

/**
 * An image as the bytes of a PNG file, 8 bits a channel, lossless.
 *
 * @throws {RangeError} if a side is no whole number from 1, channels are not 1, 3 or 4, or the bytes do not fit the size
 * @example encodePng({ width: 2, height: 1, channels: 1, pixels: Uint8Array.of(0, 255) }) // [137, 80, 78, 71, …]
 */
export function encodePng(picture: PixelImage): Uint8Array {
  requirePixels("encode a PNG", picture);
  // Charts are smaller unfiltered, photographs with the filter that suits each line.
  const [plain, filtered] = [writePng(picture, false), writePng(picture, true)];
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

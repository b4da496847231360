import { type PixelImage, requirePixels } from "../../arithmetic/pixelImage.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { jpegLibrary } from "../../platform/jpegLibrary.js";

/**
 * An image as the bytes of a JPEG file. JPEG loses a little and is many times smaller than PNG for photographs, which is
 * what keeps a notebook small. Opacity is left out.
 *
 * @param quality a whole number from 1 to 100. @default {85}
 * @throws {RangeError} if the quality is none, or the bytes do not fit the size
 * @example encodeJpeg({ width: 1, height: 1, channels: 3, pixels: Uint8Array.of(255, 0, 0) }) // [255, 216, …]
 */
export function encodeJpeg(image: PixelImage, quality = 85): Uint8Array {
  requirePixels("encode a JPEG", image);
  const { width, height, channels, pixels } = image;
  requireWhole("encode a JPEG", { quality }, { from: 1, to: 100 });
  const count = width * height;
  const rgba = new Uint8Array(4 * count);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[4 * pixel + channel] = pixels[channels * pixel + (channels === 1 ? 0 : channel)] as number;
    }
  }
  const { encode } = jpegLibrary();
  return new Uint8Array(encode({ width, height, data: rgba }, quality).data);
}

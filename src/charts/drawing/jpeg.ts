import { createRequire } from "node:module";
import type { PixelImage } from "./png.js";

const require = createRequire(import.meta.url);

/**
 * An image as the bytes of a JPEG file. JPEG loses a little and is many times smaller than PNG for photographs, which is
 * what keeps a notebook small. Opacity is left out.
 *
 * @param quality 1 to 100
 */
export function encodeJpeg(image: PixelImage, quality = 85): Uint8Array {
  const { width, height, channels, pixels } = image;
  if (!Number.isInteger(quality) || quality < 1 || quality > 100) {
    throw new RangeError(`Cannot encode a JPEG of quality ${quality}. Use a whole number from 1 to 100.`);
  }
  if (![1, 3, 4].includes(channels)) {
    throw new RangeError(
      `Cannot encode a JPEG: channels is ${channels}. Use 1 for gray, 3 for colour, 4 with opacity.`,
    );
  }
  const count = width * height;
  if (!(count > 0) || pixels.length !== count * channels) {
    throw new RangeError(
      `Cannot encode a JPEG: ${width} x ${height} x ${channels} takes ${count * channels} bytes, pixels has ${pixels.length}. Check the size.`,
    );
  }
  const rgba = new Uint8Array(4 * count);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[4 * pixel + channel] = pixels[channels * pixel + (channels === 1 ? 0 : channel)] as number;
    }
  }
  const { encode } = require("jpeg-js") as typeof import("jpeg-js");
  return new Uint8Array(encode({ width, height, data: rgba }, quality).data);
}

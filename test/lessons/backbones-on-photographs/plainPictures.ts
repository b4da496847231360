import type { PixelImage } from "../../../src/arithmetic/pixelImage.js";

/** A picture of one colour, 96 x 96. */
export function plain(red: number, green: number, blue: number): PixelImage {
  const pixels = Uint8Array.from({ length: 96 * 96 * 3 }, (_, at) => [red, green, blue][at % 3] as number);
  return { height: 96, width: 96, channels: 3, pixels };
}

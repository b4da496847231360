import type { PixelImage } from "../../arithmetic/pixelImage.js";

/** Three bytes a pixel. Gray is the same byte three times; opacity is left out. */
export function redGreenBlue({ channels, pixels }: PixelImage): Uint8Array {
  if (channels === 3) return pixels;
  const count = pixels.length / channels;
  return Uint8Array.from({ length: 3 * count }, (_, index) => {
    const pixel = Math.floor(index / 3);
    return (channels === 1 ? pixels[pixel] : pixels[4 * pixel + (index % 3)]) as number;
  });
}

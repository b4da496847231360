import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { isWhole } from "../../arithmetic/whole.js";
import { resizeImage } from "./resizeImage.js";

/**
 * A rectangle of an image, copied.
 *
 * @throws {RangeError} if it is not inside the image
 * @example
 * const image = { height: 1, width: 3, channels: 1, pixels: Uint8Array.of(5, 6, 7) } as const;
 * cropImage(image, { top: 0, left: 1, height: 1, width: 2 }).pixels // [6, 7]
 */
export function cropImage(
  image: PixelImage,
  part: { top: number; left: number; height: number; width: number },
): PixelImage {
  const { top, left, height, width } = part;
  const { channels } = image;
  const inside =
    [top, left].every((place) => isWhole(place, { from: 0 })) &&
    [height, width].every((side) => isWhole(side, { from: 1 }));
  if (!inside || top + height > image.height || left + width > image.width) {
    throw new RangeError(
      `Cannot cut ${height} x ${width} pixels from row ${top}, column ${left} out of ${image.height} x ${image.width}. Stay inside.`,
    );
  }
  const pixels = new Uint8Array(height * width * channels);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * image.width + left) * channels;
    pixels.set(image.pixels.subarray(from, from + width * channels), row * width * channels);
  }
  return { height, width, channels, pixels };
}

/**
 * A photograph as networks for ImageNet get it: the square in the middle, its side 7/8 of the photograph's shorter side,
 * resized to `side` pixels. What is outside is never seen.
 *
 * @param side in pixels, a whole number from 1. @default {224}
 * @throws {RangeError} if it is none
 */
export function centreSquare(image: PixelImage, side = 224): PixelImage {
  const part = Math.max(1, Math.trunc((side / (side + 32)) * Math.min(image.height, image.width)));
  const top = Math.trunc((image.height - part + 1) / 2);
  const left = Math.trunc((image.width - part + 1) / 2);
  return resizeImage(cropImage(image, { top, left, height: part, width: part }), {
    height: side,
    width: side,
  });
}

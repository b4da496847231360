import { requireWhole } from "../../arithmetic/whole.js";
import { bytesPerImage, changed, channelsOf, type ImageSet, type SameKind } from "../images.js";

/**
 * The images moved by whole pixels, down and to the right for positive numbers. What leaves the field is lost, what
 * comes in is background: black.
 *
 * @throws {RangeError} if a number of pixels is not whole
 * @example digitAt(shift(digitsFrom([[[9, 0], [0, 0]]], [1]), { rows: 1, columns: 1 }), 0) // [[0, 0], [0, 9]]
 */
export function shift<Given extends ImageSet>(
  images: Given,
  by: { rows: number; columns: number },
): SameKind<Given> {
  requireWhole("shift digits", { rows: by.rows, columns: by.columns });
  const { count, height, width } = images;
  const channels = channelsOf(images);
  bytesPerImage(images, "shift images"); // refuses what does not fit
  const pixels = new Uint8Array(images.pixels.length);
  const firstColumn = Math.max(0, by.columns);
  const lastColumn = Math.min(width, width + by.columns);
  for (let row = Math.max(0, by.rows); row < Math.min(height, height + by.rows); row++) {
    for (let index = 0; index < count && lastColumn > firstColumn; index++) {
      const to = (index * height + row) * width + firstColumn;
      const from = to - by.rows * width - by.columns;
      const length = (lastColumn - firstColumn) * channels;
      pixels.set(images.pixels.subarray(from * channels, from * channels + length), to * channels);
    }
  }
  return changed(images, { pixels });
}

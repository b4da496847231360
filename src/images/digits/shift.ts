import { requireWhole } from "../../arithmetic/whole.js";
import type { Digits } from "./digits.js";

/**
 * The digits moved by whole pixels, down and to the right for positive numbers. What leaves the field is lost, what
 * comes in is background.
 *
 * @throws {RangeError} if a number of pixels is not whole
 * @example digitAt(shift(digitsFrom([[[9, 0], [0, 0]]], [1]), { rows: 1, columns: 1 }), 0) // [[0, 0], [0, 9]]
 */
export function shift(digits: Digits, by: { rows: number; columns: number }): Digits {
  requireWhole("shift digits", { rows: by.rows, columns: by.columns });
  const { count, height, width, labels } = digits;
  const pixels = new Uint8Array(digits.pixels.length);
  const firstColumn = Math.max(0, by.columns);
  const lastColumn = Math.min(width, width + by.columns);
  for (let row = Math.max(0, by.rows); row < Math.min(height, height + by.rows); row++) {
    for (let index = 0; index < count && lastColumn > firstColumn; index++) {
      const to = (index * height + row) * width;
      const from = (index * height + row - by.rows) * width - by.columns;
      pixels.set(digits.pixels.subarray(from + firstColumn, from + lastColumn), to + firstColumn);
    }
  }
  return { count, height, width, pixels, labels };
}

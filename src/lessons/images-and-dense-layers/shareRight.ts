import type { Digits } from "../../images/digits/digits.js";
import { requireGray } from "../../images/images.js";

/**
 * The share of digits that a function of their pixels names right, from 0 to 1.
 *
 * @param reader gets the pixels of one image row by row, from 0 (paper) to 1 (ink), and returns the digit it takes it for
 * @throws {RangeError} if there are no digits
 * @example shareRight(digitsFrom([[[0, 255]], [[0, 0]]], [1, 0]), (pixels) => pixels[1] ?? 0) // 1
 */
export function shareRight(digits: Digits, reader: (pixels: readonly number[]) => number): number {
  requireGray(digits, "read");
  if (digits.count === 0) throw new RangeError("Cannot read digits: there are none. Load some.");
  const size = digits.height * digits.width;
  let right = 0;
  for (const [index, label] of digits.labels.entries()) {
    const bytes = digits.pixels.subarray(index * size, (index + 1) * size);
    if (reader(Array.from(bytes, (byte) => byte / 255)) === label) right++;
  }
  return right / digits.count;
}

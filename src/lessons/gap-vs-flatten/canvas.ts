import { isWhole } from "../../arithmetic/whole.js";
import { type Digits, requireGray } from "../../images/images.js";

/**
 * The digits whole on a larger square canvas of background, their first pixel at this row and column. The labels are shared, not
 * copied.
 *
 * @throws {RangeError} if they stick out
 * @example digitAt(onCanvas(digitsFrom([[[9]]], [1]), { size: 2, top: 1, left: 0 }), 0) // [[0, 0], [9, 0]]
 */
export function onCanvas(digits: Digits, place: { size: number; top: number; left: number }): Digits {
  requireGray(digits, "put on a canvas");
  const { count, height, width, labels } = digits;
  const { size, top, left } = place;
  const fits = top >= 0 && left >= 0 && top + height <= size && left + width <= size;
  if (![size, top, left].every((length) => isWhole(length)) || !fits) {
    throw new RangeError(
      `Cannot put digits of ${height}x${width} at row ${top}, column ${left} of a canvas of ${size}x${size}: they stick out. Give whole numbers that leave room.`,
    );
  }
  const pixels = new Uint8Array(count * size * size);
  for (let index = 0; index < count; index++) {
    for (let row = 0; row < height; row++) {
      const from = (index * height + row) * width;
      pixels.set(digits.pixels.subarray(from, from + width), (index * size + top + row) * size + left);
    }
  }
  return { count, height: size, width: size, pixels, labels };
}

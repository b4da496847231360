import { isWhole } from "../../../arithmetic/whole.js";
import { type Digits, requireGray } from "../../../images/images.js";

/**
 * The digits with fewer pixels: each block of factor x factor becomes one pixel, its mean, rounded to a whole number.
 * `coarsen` does the same and keeps the size.
 *
 * @throws {RangeError} if the factor does not divide height and width
 * @example digitAt(shrink(digitsFrom([[[0, 9], [9, 200]]], [1]), 2), 0) // [[55]]
 */
export function shrink(digits: Digits, factor: number): Digits {
  requireGray(digits, "shrink");
  const { count, height, width, labels } = digits;
  if (!isWhole(factor, { from: 1 }) || height % factor !== 0 || width % factor !== 0) {
    throw new RangeError(
      `Cannot shrink ${height}x${width} pixels by ${factor}: blocks must fill the image. Give a common divisor, such as 2.`,
    );
  }
  const [rows, columns] = [height / factor, width / factor];
  const sums = new Uint32Array(count * rows * columns);
  for (let pixel = 0; pixel < digits.pixels.length; pixel++) {
    const line = Math.floor(pixel / width);
    const block = Math.floor(line / factor) * columns + Math.floor((pixel % width) / factor);
    sums[block] = (sums[block] as number) + (digits.pixels[pixel] as number);
  }
  const pixels = Uint8Array.from(sums, (sum) => Math.round(sum / factor ** 2));
  return { count, height: rows, width: columns, pixels, labels: labels.slice() };
}

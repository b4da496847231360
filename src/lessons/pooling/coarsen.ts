import { averagePool, maxPool } from "../../arithmetic/pool.js";
import { isWhole } from "../../arithmetic/whole.js";
import { type Digits, digitAt } from "../../images/digits/digits.js";
import { requireGray } from "../../images/images.js";

/**
 * The digits shrunk by pooling and enlarged again to their old size: every block of factor x factor pixels becomes its mean,
 * or its maximum, rounded to a whole number. The size stays, only information goes.
 *
 * @param keep what a block becomes. @default {"average"}
 * @throws {RangeError} if the factor does not divide height and width
 * @example digitAt(coarsen(digitsFrom([[[0, 9], [9, 200]]], [1]), 2), 0) // [[55, 55], [55, 55]]
 */
export function coarsen(digits: Digits, factor: number, keep: "average" | "max" = "average"): Digits {
  requireGray(digits, "coarsen");
  const { count, height, width, labels } = digits;
  if (!isWhole(factor, { from: 1 }) || height % factor !== 0 || width % factor !== 0) {
    throw new RangeError(
      `Cannot coarsen ${height}x${width} pixels by ${factor}: blocks must fill the image. Give a common divisor, such as 1.`,
    );
  }
  const pixels = new Uint8Array(digits.pixels.length);
  const block = { size: factor };
  for (let index = 0; index < count; index++) {
    const small =
      keep === "max" ? maxPool(digitAt(digits, index), block) : averagePool(digitAt(digits, index), block);
    for (let pixel = 0; pixel < height * width; pixel++) {
      const [row, column] = [Math.floor(pixel / width / factor), Math.floor((pixel % width) / factor)];
      pixels[index * height * width + pixel] = Math.round(small[row]?.[column] ?? 0);
    }
  }
  return { count, height, width, pixels, labels: labels.slice() };
}

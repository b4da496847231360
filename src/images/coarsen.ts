import { averagePool, maxPool } from "../arithmetic/pool.js";
import { type Digits, digitAt, digitsFrom } from "./digits.js";

/**
 * The digits shrunk by pooling and enlarged again to their old size: every block of factor x factor pixels becomes its mean,
 * or its maximum, rounded to a whole number. The size stays, only information goes.
 *
 * @throws {RangeError} if the factor does not divide height and width
 *
 * @example coarsen(test, 7) // 4x4 blocks are left of 28x28
 */
export function coarsen(digits: Digits, factor: number, keep: "average" | "max" = "average"): Digits {
  const { count, height, width, labels } = digits;
  if (!Number.isInteger(factor) || factor < 1 || height % factor !== 0 || width % factor !== 0) {
    throw new RangeError(
      `Cannot coarsen ${height}x${width} pixels by ${factor}: blocks must fill the image. Give a common divisor, such as 1.`,
    );
  }
  const pool = keep === "max" ? maxPool : averagePool;
  const images = Array.from({ length: count }, (_, index) => {
    const small = pool(digitAt(digits, index), { size: factor });
    return Array.from({ length: height }, (_, row) =>
      Array.from(
        { length: width },
        (_, column) => small[Math.floor(row / factor)]?.[Math.floor(column / factor)] ?? 0,
      ),
    );
  });
  return digitsFrom(images, [...labels]);
}

import type { Matrix } from "../../arithmetic/matrix.js";
import { isWhole } from "../../arithmetic/whole.js";

/**
 * A row of numbers as the square that it was cut from, such as 784 as 28 rows of 28.
 *
 * @throws {RangeError} if so many numbers make no square
 * @example asSquare([1, 2, 3, 4]) // [[1, 2], [3, 4]]
 */
export function asSquare(values: ArrayLike<number>): Matrix {
  const side = Math.sqrt(values.length);
  if (!isWhole(side, { from: 1 })) {
    throw new RangeError(`Cannot make a square of ${values.length} numbers. Give 784, for instance.`);
  }
  const row = Array.from(values);
  return Array.from({ length: side }, (_, at) => row.slice(at * side, (at + 1) * side));
}

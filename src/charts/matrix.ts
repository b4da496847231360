import { requireSome } from "../arithmetic/lists.js";
import { type Matrix, sizeOf } from "../arithmetic/matrix.js";

/**
 * The size of a matrix that can be drawn.
 *
 * @throws {RangeError} if it is empty, its rows differ in length, or a value is not finite
 */
export function drawableSize(matrix: Matrix, action: string): { height: number; width: number } {
  const size = sizeOf(matrix, action, "matrix");
  for (const [y, row] of matrix.entries()) {
    const x = row.findIndex((value) => !Number.isFinite(value));
    if (x >= 0) {
      throw new RangeError(
        `Cannot ${action}: the matrix has ${row[x]} at row ${y}, column ${x}. Give finite numbers.`,
      );
    }
  }
  return size;
}

/**
 * The one size of several matrices.
 *
 * @throws {RangeError} if there are none, {@link drawableSize} refuses one, or sizes differ
 */
export function commonSize(matrices: readonly Matrix[], action: string): { height: number; width: number } {
  const size = drawableSize(requireSome(action, "matrix", matrices), action);
  matrices.forEach((matrix, index) => {
    const { height, width } = drawableSize(matrix, action);
    if (height !== size.height || width !== size.width) {
      throw new RangeError(
        `Cannot ${action}: matrix ${index} is ${height} x ${width}, matrix 0 is ${size.height} x ${size.width}. Draw sizes apart.`,
      );
    }
  });
  return size;
}

/** Smallest and largest value of all. */
export function extent(matrices: readonly Matrix[]): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const matrix of matrices) {
    for (const row of matrix) {
      for (const value of row) {
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
  }
  return [least, most];
}

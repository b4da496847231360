/** Rows of numbers, all rows equally long: `matrix[row][column]`. */
export type Matrix = readonly (readonly number[])[];

/**
 * Height and width of a matrix, after checking that it is one.
 * `action` and `name` fill the error message: `Cannot pool: the image has no rows …`.
 *
 * @throws {TypeError} if it is not rows of numbers
 * @throws {RangeError} if it is empty or ragged, or holds NaN
 */
export function sizeOf(matrix: Matrix, action: string, name: string): { height: number; width: number } {
  if (!Array.isArray(matrix) || ![...matrix].every(Array.isArray)) {
    throw new TypeError(
      `Cannot ${action}: the ${name} is not a matrix. Give rows of numbers: [[1, 2], [3, 4]].`,
    );
  }
  const height = matrix.length;
  const width = matrix[0]?.length ?? 0;
  if (height === 0 || width === 0) {
    throw new RangeError(
      `Cannot ${action}: the ${name} is empty (${height}x${width}). Give at least one number.`,
    );
  }
  for (const [row, values] of matrix.entries()) {
    if (values.length !== width) {
      throw new RangeError(
        `Cannot ${action}: the ${name} is ragged, row ${row} has length ${values.length} and row 0 has ${width}. ` +
          "Give all rows the same length.",
      );
    }
    for (let column = 0; column < width; column++) {
      const value: unknown = values[column];
      if (typeof value !== "number") {
        throw new TypeError(
          `Cannot ${action}: the ${name} has ${typeof value} at row ${row}, column ${column}. Give numbers only.`,
        );
      }
      if (Number.isNaN(value)) {
        throw new RangeError(
          `Cannot ${action}: the ${name} has NaN at row ${row}, column ${column}. Replace or mend that value.`,
        );
      }
    }
  }
  return { height, width };
}

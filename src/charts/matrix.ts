/** Rows of numbers, all of one length. */
export type Matrix = readonly (readonly number[])[];

export interface MatrixSize {
  readonly height: number;
  readonly width: number;
}

/**
 * The size of a matrix that can be drawn.
 *
 * @throws {RangeError} if it is empty, its rows differ in length, or a value is not finite
 */
export function drawableSize(matrix: Matrix, action: string): MatrixSize {
  const height = matrix.length;
  const width = matrix[0]?.length ?? 0;
  if (height === 0 || width === 0)
    throw new RangeError(`Cannot ${action}: the matrix is empty. Pass at least one number.`);
  matrix.forEach((row, y) => {
    if (row.length !== width) {
      throw new RangeError(
        `Cannot ${action}: row ${y} has ${row.length} numbers, row 0 has ${width}. Make all rows equally long.`,
      );
    }
    const x = row.findIndex((value) => !Number.isFinite(value));
    if (x >= 0) {
      throw new RangeError(
        `Cannot ${action}: the value in row ${y}, column ${x} is ${row[x]}. Pass finite numbers.`,
      );
    }
  });
  return { height, width };
}

/**
 * The one size of several matrices.
 *
 * @throws {RangeError} if there are none, {@link drawableSize} refuses one, or sizes differ
 */
export function commonSize(matrices: readonly Matrix[], action: string): MatrixSize {
  const first = matrices[0];
  if (first === undefined)
    throw new RangeError(`Cannot ${action}: the list is empty. Pass at least one matrix.`);
  const size = drawableSize(first, action);
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

import fc from "fast-check";

/** Random matrices of small whole numbers, with which sums and products are exact. */
export function matrices(maxHeight: number, maxWidth: number, limit = 9): fc.Arbitrary<number[][]> {
  return fc
    .tuple(fc.integer({ min: 1, max: maxHeight }), fc.integer({ min: 1, max: maxWidth }))
    .chain(([height, width]) => {
      const row = fc.array(fc.integer({ min: -limit, max: limit }), { minLength: width, maxLength: width });
      return fc.array(row, { minLength: height, maxLength: height });
    });
}

export function transposed(matrix: readonly (readonly number[])[]): number[][] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] as number));
}

/** Minus zero and zero are the same number here; `deepEqual` tells them apart. */
export function plainZeros(matrix: readonly (readonly number[])[]): number[][] {
  return matrix.map((row) => row.map((value) => value + 0));
}

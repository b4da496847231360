import { requireOneEach } from "./lists.js";
import { type Matrix, sizeOf } from "./matrix.js";

/**
 * A linear map from features to targets, fitted by least squares with `penalty` times the sum of the squared weights added
 * (ridge regression; the bias is free): one row of features in, one row of targets out.
 * Solved exactly, by Cholesky's method on the normal equations: quick up to about a thousand features.
 *
 * @param features one row an example
 * @param targets one row an example, as many rows
 * @param penalty above 0
 * @throws {TypeError} if features or targets are not rows of numbers
 * @throws {RangeError} if the numbers of rows differ, the penalty is not above 0, or the features repeat each other too closely
 * @example ridge([[0], [1], [2]], [[1], [3], [5]], 1e-9)([3]) // [7.0]
 * @see Hoerl and Kennard, *Ridge regression: biased estimation for nonorthogonal problems*, 1970
 */
export function ridge(
  features: Matrix,
  targets: Matrix,
  penalty: number,
): (row: readonly number[]) => number[] {
  const { width } = sizeOf(features, "fit", "matrix of features");
  const { width: outputs } = sizeOf(targets, "fit", "matrix of targets");
  requireOneEach("fit", { "rows of features": features, "rows of targets": targets });
  if (!(penalty > 0) || penalty === Number.POSITIVE_INFINITY) {
    throw new RangeError(`Cannot fit with the penalty ${penalty}. Give a number above 0.`);
  }
  const size = width + 1; // the last feature is 1 in every row: its weights are the biases
  const square = new Float64Array(size * size);
  const right = new Float64Array(size * outputs);
  for (const [index, row] of features.entries()) {
    const inputs = [...row, 1];
    const wanted = targets[index] as readonly number[];
    for (const [i, input] of inputs.entries()) {
      if (input === 0) continue;
      for (let j = 0; j <= i; j++) add(square, i * size + j, input * (inputs[j] as number));
      for (let k = 0; k < outputs; k++) add(right, i * outputs + k, input * (wanted[k] as number));
    }
  }
  for (let i = 0; i < width; i++) add(square, i * size + i, penalty);
  factor(square, size);
  substitute(square, right, size, outputs);
  return (row) => {
    if (row.length !== width) {
      throw new RangeError(`Cannot apply the fit to ${row.length} features: it was made for ${width}.`);
    }
    const result = [...right.subarray(width * outputs)];
    for (const [i, input] of row.entries()) {
      if (input === 0) continue;
      for (let k = 0; k < outputs; k++)
        result[k] = (result[k] as number) + input * (right[i * outputs + k] as number);
    }
    return result;
  };
}

function add(values: Float64Array, at: number, by: number): void {
  values[at] = (values[at] as number) + by;
}

/** Cholesky: the lower triangle of a positive definite matrix becomes L, where L times its transpose is the matrix. */
function factor(square: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = square[i * size + j] as number;
      for (let k = 0; k < j; k++) rest -= (square[i * size + k] as number) * (square[j * size + k] as number);
      if (i === j && !(rest > 0)) {
        throw new RangeError("Cannot fit: the features repeat each other too closely. Use a larger penalty.");
      }
      square[i * size + j] = i === j ? Math.sqrt(rest) : rest / (square[j * size + j] as number);
    }
  }
}

/** Solves L Lᵀ x = right in place: forward, then backward. */
function substitute(lower: Float64Array, right: Float64Array, size: number, outputs: number): void {
  const subtract = (to: number, from: number, factor: number) => {
    if (factor === 0) return;
    for (let k = 0; k < outputs; k++)
      add(right, to * outputs + k, -factor * (right[from * outputs + k] as number));
  };
  const divide = (row: number) => {
    const diagonal = lower[row * size + row] as number;
    for (let k = 0; k < outputs; k++)
      right[row * outputs + k] = (right[row * outputs + k] as number) / diagonal;
  };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) subtract(i, j, lower[i * size + j] as number);
    divide(i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) subtract(i, j, lower[j * size + i] as number);
    divide(i);
  }
}

import type { Matrix } from "../../../arithmetic/matrix.js";
import { numbersIn } from "../../exercise/answers.js";
import { matrixIn, rowsOf } from "../../exercise/matrices.js";

/** Nine finite numbers, three by three: a matrix, or all in a row. */
export function kernelIn(answer: unknown): number[][] | undefined {
  const flat = numbersIn(answer);
  const matrix = flat?.length === 9 ? rowsOf(flat, 3, 3) : matrixIn(answer);
  const fits = matrix?.length === 3 && matrix.every((row) => row.length === 3 && row.every(Number.isFinite));
  return fits ? matrix : undefined;
}

/** What is said where {@link kernelIn} finds none. */
export const noKernel = {
  message: "Give nine numbers as three rows: `[[1, 0, 0], [0, 0, 0], [0, 0, 0]]`.",
};

export const mirrored = (matrix: Matrix): Matrix => matrix.map((row) => [...row].reverse());
export const upsideDown = (matrix: Matrix): Matrix => [...matrix].reverse();
export const transposed = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] as number));
export const negated = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => -value));

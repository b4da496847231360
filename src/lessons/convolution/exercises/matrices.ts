import { isTensor } from "../../../notebook/tensor.js";
import { near, numbersIn } from "../../exercise/answers.js";

/** Rows of numbers: nested arrays, also typed ones, a tensor with two axes, or nine numbers in a row for 3x3. */
export function matrixIn(answer: unknown): number[][] | undefined {
  if (isTensor(answer) && answer.shape.length === 2) {
    const [height = 0, width = 0] = answer.shape;
    const values = numbersIn(answer);
    return values && rowsOf(values, height, width);
  }
  if (!Array.isArray(answer)) return undefined;
  const flat = numbersIn(answer);
  if (flat !== undefined) return flat.length === 9 ? rowsOf(flat, 3, 3) : undefined;
  const rows = answer.map(numbersIn);
  const width = rows[0]?.length ?? 0;
  const whole = width > 0 && rows.every((row) => row?.length === width);
  return whole ? (rows as number[][]) : undefined;
}

/** Nine finite numbers, three by three. */
export function kernelIn(answer: unknown): number[][] | undefined {
  const matrix = matrixIn(answer);
  const fits = matrix?.length === 3 && matrix.every((row) => row.length === 3 && row.every(Number.isFinite));
  return fits ? matrix : undefined;
}

/** What is said where {@link kernelIn} finds none. */
export const noKernel = {
  message: "Give nine numbers as three rows: `[[1, 0, 0], [0, 0, 0], [0, 0, 0]]`.",
};

type Matrix = readonly (readonly number[])[];

/** Equal in size and, up to rounding, in every number. */
export function sameMatrix(one: Matrix, other: Matrix): boolean {
  return (
    one.length === other.length &&
    one.every(
      (row, index) =>
        row.length === other[index]?.length &&
        row.every((value, column) => near(value, other[index]?.[column] ?? 0)),
    )
  );
}

/** `[[1, 2], [3, 4]]`, with four digits at most. */
export function matrixText(matrix: Matrix): string {
  const rows = matrix.map((row) => `[${row.map((value) => Number(value.toPrecision(4))).join(", ")}]`);
  return `[${rows.join(", ")}]`;
}

export const mirrored = (matrix: Matrix): Matrix => matrix.map((row) => [...row].reverse());
export const upsideDown = (matrix: Matrix): Matrix => [...matrix].reverse();
export const transposed = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] as number));
export const negated = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => -value));

function rowsOf(values: readonly number[], height: number, width: number): number[][] {
  return Array.from({ length: height }, (_, row) => values.slice(row * width, (row + 1) * width));
}

import type { Matrix } from "../../arithmetic/matrix.js";
import { isTensor } from "../../notebook/tensor.js";
import { near, numbersIn } from "./answers.js";

/** Rows of numbers, also from a tensor such as `[1, 2, 2, 1]`; undefined for anything else. */
export function matrixIn(answer: unknown): number[][] | undefined {
  if (isTensor(answer)) {
    const [height, width, ...more] = answer.shape.filter(
      (length, axis) => length !== 1 || axis === 1 || axis === 2,
    );
    const values = numbersIn(answer);
    if (values === undefined || height === undefined || width === undefined || more.length > 0)
      return undefined;
    return Array.from({ length: height }, (_, row) => values.slice(row * width, (row + 1) * width));
  }
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const rows = answer.map((row: unknown) => numbersIn(row));
  const width = rows[0]?.length;
  return rows.every((row) => row !== undefined && row.length === width && row.length > 0)
    ? (rows as number[][])
    : undefined;
}

export function sameMatrix(a: Matrix, b: Matrix): boolean {
  return (
    a.length === b.length &&
    a.every(
      (row, y) =>
        row.length === b[y]?.length && row.every((value, x) => near(value, b[y]?.[x] ?? Number.NaN)),
    )
  );
}

/** Rows in one line, short enough for a message. */
export function written(matrix: Matrix): string {
  return JSON.stringify(matrix.map((row) => row.map((value) => Number(value.toPrecision(4)))));
}

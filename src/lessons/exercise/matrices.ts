import type { Matrix } from "../../arithmetic/matrix.js";
import { isTensor } from "../../notebook/tensor.js";
import { near, numbersIn } from "./answers.js";

/** Rows of numbers, also from a tensor such as `[2, 2]` or `[1, 2, 2, 1]`; undefined for anything else. */
export function matrixIn(answer: unknown): number[][] | undefined {
  if (isTensor(answer)) {
    const { shape } = answer;
    const [height, width, ...more] =
      shape.length === 2 ? shape : shape.filter((length, axis) => length !== 1 || axis === 1 || axis === 2);
    const values = numbersIn(answer);
    if (values === undefined || height === undefined || width === undefined || more.length > 0)
      return undefined;
    return rowsOf(values, height, width);
  }
  if (!Array.isArray(answer) || answer.length === 0) return undefined;
  const rows = answer.map((row: unknown) => numbersIn(row));
  const width = rows[0]?.length;
  return rows.every((row) => row !== undefined && row.length === width && row.length > 0)
    ? (rows as number[][])
    : undefined;
}

/** Numbers in a row as rows of so many. */
export function rowsOf(values: readonly number[], height: number, width: number): number[][] {
  return Array.from({ length: height }, (_, row) => values.slice(row * width, (row + 1) * width));
}

/** What is wrong with matrices that should be so many rows and columns of finite numbers, by the name of the first such. */
export function squareFault(
  matrices: Readonly<Record<string, Matrix>>,
  side: number,
): { message: string } | undefined {
  for (const [name, matrix] of Object.entries(matrices)) {
    const size = `${matrix.length}x${matrix[0]?.length}`;
    if (size !== `${side}x${side}`)
      return { message: `Each should be ${side}x${side}; the ${name} is ${size}.` };
    if (!matrix.flat().every(Number.isFinite))
      return { message: `The ${name} holds something that is no finite number.` };
  }
  return undefined;
}

/** Equal in size and, up to rounding, in every number. */
export function sameMatrix(a: Matrix, b: Matrix): boolean {
  return (
    a.length === b.length &&
    a.every(
      (row, y) =>
        row.length === b[y]?.length && row.every((value, x) => near(value, b[y]?.[x] ?? Number.NaN)),
    )
  );
}

/** `[[1, 2], [3, 4]]`, with four digits at most. */
export function matrixText(matrix: Matrix): string {
  const rows = matrix.map((row) => `[${row.map((value) => Number(value.toPrecision(4))).join(", ")}]`);
  return `[${rows.join(", ")}]`;
}

import type { Matrix } from "../../../arithmetic/matrix.js";
import { formOf } from "../../exercise/answers/form.js";
import { matrixIn } from "../../exercise/answers/matrices.js";

const side = 3;

/** Nine finite numbers, three by three, or what is said of an answer that has none. */
export function kernelIn(answer: unknown): Matrix | { readonly message: string } {
  const matrix = matrixIn(answer, { height: side, width: side });
  const fits = matrix?.length === side && matrix.every((row) => row.length === side);
  if (matrix && fits && matrix.flat().every(Number.isFinite)) return matrix;
  const odd = fits ? matrix.flat().find((weight) => !Number.isFinite(weight)) : undefined;
  const found = odd === undefined ? `This is ${formOf(answer)}.` : `One of these is ${odd}.`;
  return { message: `Give nine numbers as three rows: \`[[1, 0, 0], [0, 0, 0], [0, 0, 0]]\`. ${found}` };
}

export const mirrored = (matrix: Matrix): Matrix => matrix.map((row) => [...row].reverse());
export const upsideDown = (matrix: Matrix): Matrix => [...matrix].reverse();
export const transposed = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] as number));
export const negated = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => -value));

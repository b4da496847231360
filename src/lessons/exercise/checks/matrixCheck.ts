import type { Matrix } from "../../../arithmetic/matrix.js";
import { mistakeIn, sameMatrix } from "../answers/compare.js";
import { formOf } from "../answers/form.js";
import { matrixIn } from "../answers/matrices.js";
import type { ExerciseContent } from "../content.js";
import { sizeText } from "./written.js";

/** The check of an answer that is a few rows of numbers. */
export interface MatrixTask {
  readonly wanted: Matrix;
  /** Said first where the answer is no such matrix. */
  readonly ask: string;
  readonly mistakes: readonly (readonly [wrong: Matrix, message: string])[];
  readonly otherwise: string;
  /** Of an answer that is something else. */
  instead?(answer: unknown): string | undefined;
}

/** Right, one of the known mistakes, or something else. */
export function matrixCheck(task: MatrixTask): ExerciseContent["check"] {
  const { wanted, ask, mistakes, otherwise, instead } = task;
  const size = { height: wanted.length, width: wanted[0]?.length ?? 0 };
  return (answer) => {
    const said = instead?.(answer);
    if (said !== undefined) return { message: said };
    const matrix = matrixIn(answer, size);
    if (matrix === undefined) return { message: `${ask} This is ${formOf(answer)}.` };
    const odd = matrix.flat().find((value) => !Number.isFinite(value));
    if (odd !== undefined) return { message: `${ask} One of these is ${odd}.` };
    if (sameMatrix(matrix, wanted)) return true;
    const known = mistakeIn<Matrix>(matrix, mistakes, sameMatrix);
    if (known !== undefined) return known;
    return sizeText(matrix) === sizeText(wanted)
      ? { message: otherwise }
      : { message: `${ask} This is ${sizeText(matrix)}, and ${sizeText(wanted)} is asked for.` };
  };
}

import { allNear, mistakeIn } from "../answers/compare.js";
import { formOf } from "../answers/form.js";
import type { ExerciseContent } from "../content.js";

/** The check of an answer that is a few numbers in a fixed order. */
export interface ListTask {
  readonly wanted: readonly number[];
  /** The reader of answers. */
  read(answer: unknown): number[] | undefined;
  /** Said first where the answer cannot be read. */
  readonly ask: string;
  readonly mistakes: readonly (readonly [wrong: readonly number[], message: string])[];
  /** What else is wrong. Called with finite numbers only. */
  otherwise(values: readonly number[]): string;
  /** Of an answer that is no such list. */
  instead?(answer: unknown): string | undefined;
}

/** Right, one of the known mistakes, or something else. */
export function listCheck(task: ListTask): ExerciseContent["check"] {
  const { wanted, read, ask, mistakes, otherwise, instead } = task;
  return (answer) => {
    const said = instead?.(answer);
    if (said !== undefined) return { message: said };
    const values = read(answer);
    if (values === undefined) return { message: `${ask} This is ${formOf(answer)}.` };
    const odd = values.findIndex((value) => !Number.isFinite(value));
    if (odd >= 0) return { message: `${ask} Number ${odd + 1} of these is ${values[odd]}.` };
    if (allNear(values, wanted)) return true;
    return mistakeIn<readonly number[]>(values, mistakes, allNear) ?? { message: otherwise(values) };
  };
}

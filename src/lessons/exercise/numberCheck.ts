import { mistakeIn, near, numberIn } from "./answers.js";
import type { ExerciseContent } from "./content.js";

/** The check of an answer that is one number: right, one of the known mistakes, or something else. */
export function numberCheck(
  wanted: number,
  mistakes: readonly (readonly [wrong: number, message: string])[],
  otherwise: string,
  options: { ask?: string; tolerance?: number } = {},
): ExerciseContent["check"] {
  const { ask = "Give one number.", tolerance = 0 } = options;
  const same = (a: number, b: number) => near(a, b, tolerance);
  return (answer) => {
    const value = numberIn(answer);
    if (value === undefined || Number.isNaN(value)) return { message: ask };
    if (same(value, wanted)) return true;
    return mistakeIn(value, mistakes, same) ?? { message: otherwise };
  };
}

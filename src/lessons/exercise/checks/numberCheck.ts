import { isWhole } from "../../../arithmetic/whole.js";
import { mistakeIn, near } from "../answers/compare.js";
import { formOf } from "../answers/form.js";
import { numbersFor, numbersIn } from "../answers/numbers.js";
import type { ExerciseContent } from "../content.js";
import { numberText } from "./written.js";

/** How {@link numberCheck} asks and compares. */
interface NumberOptions {
  /** Said first where there is no number in the answer. */
  readonly ask?: string;
  /** How far off a fraction may be, as a share. A whole number must be that number. @default {1e-4} */
  readonly tolerance?: number;
  /** How far a mistake may be rounded to be known. @default {tolerance} */
  readonly rounding?: number;
  /** The side of a square is asked: "7x7" and `[7, 7]` are 7. */
  readonly square?: boolean;
}

/** The check of an answer that is one number: right, one of the known mistakes, or something else. */
export function numberCheck(
  wanted: number,
  mistakes: readonly (readonly [wrong: number, message: string])[],
  otherwise: string,
  options: NumberOptions = {},
): ExerciseContent["check"] {
  const { ask = "Give one number.", tolerance = 1e-4, rounding = tolerance, square = false } = options;
  const same = (a: number, b: number) => near(a, b, tolerance);
  return (answer) => {
    const meant = (square ? sideIn(answer) : undefined) ?? numbersFor(answer);
    const [value] = meant;
    if (value === undefined) return { message: `${ask} This is ${formOf(answer)}.` };
    if (!Number.isFinite(value)) return { message: `${ask} This comes to ${value}, which is none.` };
    if (meant.some((each) => same(each, wanted))) return true;
    for (const each of meant) {
      const known = mistakeIn(each, mistakes, (a, b) => near(a, b, rounding));
      if (known !== undefined) return known;
    }
    return { message: nearly(value, wanted) ?? otherwise };
  };
}

/** A count that is nearly right has been rounded, or is a fraction. */
function nearly(value: number, wanted: number): string | undefined {
  if (!isWhole(wanted) || isWhole(value) || Math.abs(value - wanted) >= 0.5) return undefined;
  return `${numberText(value, 12)} is no whole number. What is asked for comes out whole: compute it once more, without rounding.`;
}

function sideIn(answer: unknown): number[] | undefined {
  const sides = numbersIn(answer);
  return sides?.length === 2 && sides[0] === sides[1] ? sides.slice(0, 1) : undefined;
}

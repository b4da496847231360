import { near } from "../answers/compare.js";
import { formOf } from "../answers/form.js";
import type { Names } from "../answers/named.js";
import { rowIn } from "../answers/shapes.js";
import type { ExerciseContent } from "../content.js";

type Ends = readonly [low: number, high: number];

/** The check of an answer that is the two ends of an interval. */
export interface IntervalTask {
  readonly wanted: Ends;
  /** Said first where the answer is no such interval. */
  readonly ask: string;
  readonly mistakes: readonly (readonly [wrong: Ends, message: string])[];
  /** Said where the middle is right and the width is not. */
  readonly middleRight: string;
  readonly otherwise: string;
}

/** People round the factor, the root and the ends. */
const rounding = 0.011;

const names: Names = [
  ["low", "from", "least", "lower", "min"],
  ["high", "to", "most", "upper", "max"],
];

/** Right up to rounding, one of the known mistakes, or something else. */
export function intervalCheck(task: IntervalTask): ExerciseContent["check"] {
  const { wanted, ask, mistakes, middleRight, otherwise } = task;
  const middle = (wanted[0] + wanted[1]) / 2;
  return (answer) => {
    const written = typeof answer === "string" ? answer.replace(/\s+to\s+/, ", ") : answer;
    const ends = rowIn(written, names);
    if (ends === undefined) return { message: `${ask} This is ${formOf(answer)}.` };
    const odd = ends.find((end) => !Number.isFinite(end));
    if (odd !== undefined) return { message: `${ask} One of these is ${odd}.` };
    const [low, high] = ends;
    if (low === undefined || high === undefined || ends.length !== 2)
      return { message: `${ask} This is ${formOf(answer)}.` };
    if (same([low, high], wanted)) return true;
    const known = mistakes.find(([wrong]) => same([low, high], wrong));
    return { message: known?.[1] ?? (near((low + high) / 2, middle, 0.01) ? middleRight : otherwise) };
  };
}

function same([low, high]: Ends, [otherLow, otherHigh]: Ends): boolean {
  return Math.abs(low - otherLow) <= rounding && Math.abs(high - otherHigh) <= rounding;
}

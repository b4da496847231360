import { compareMisread } from "../../arithmetic/statistics/compareMisread.js";
import { pairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import type { LadderRung } from "./ladderRungs.js";

/** Each rung of `lenet-5/steps`, and the one from which it differs in one thing. */
export const ladderPairs: readonly (readonly [rung: string, against: string])[] = [
  ["all links in C3", "as published"],
  ["averages, squashed", "all links in C3"],
  ["averages", "averages, squashed"],
  ["maxima", "averages"],
  ["ReLU", "maxima"],
  ["equation 8", "ReLU"],
  ["cross-entropy", "ReLU"],
  ["Adam", "cross-entropy"],
  ["Adam, one rate", "Adam"],
  ["one cycle", "Adam"],
  ["learned output", "one cycle"],
  ["ReLU in F6", "learned output"],
  ["distorted", "ReLU in F6"],
];

/** What seeds and digits say of one step. */
export interface LadderStep {
  readonly step: string;
  readonly against: string;
  /** In points of test accuracy, the mean over the seeds and its interval: "+1.19 (+0.61 to +1.77)". */
  readonly points: string;
  /** Digits that it misreads in a smaller, and in a larger share of its runs. */
  readonly digits: string;
  /** "helps" or "hurts" only where seeds and digits agree. */
  readonly verdict: "helps" | "hurts" | "not shown";
}

/**
 * Each step of the ladder judged twice: by the interval of its gain over the seeds, and by the digits that one of the two rungs misreads
 * more often, whose split must be as rare by chance as once in twenty.
 *
 * @throws {RangeError} if a rung is missing
 */
export function ladderSteps(rungs: readonly LadderRung[]): LadderStep[] {
  return ladderPairs.map(([step, against]) => {
    const [after, before] = [rungNamed(rungs, step), rungNamed(rungs, against)];
    const { mean: gain, low, high, shown } = pairedDifference(after.values, before.values);
    const { worseInFirst, worseInSecond, chance } = compareMisread(before.misread, after.misread);
    const agree = shown && chance < 0.05 && Math.sign(gain) === Math.sign(worseInFirst - worseInSecond);
    return {
      step,
      against,
      points: `${signed(gain)} (${signed(low)} to ${signed(high)})`,
      digits: `${worseInFirst} better, ${worseInSecond} worse`,
      verdict: agree ? (gain > 0 ? "helps" : "hurts") : "not shown",
    };
  });
}

function rungNamed(rungs: readonly LadderRung[], name: string): LadderRung {
  const found = rungs.find((rung) => rung.name === name);
  if (found) return found;
  throw new RangeError(`Cannot judge the step to "${name}": no rung has that name. Give all of them.`);
}

const signed = (share: number) => `${share > 0 ? "+" : ""}${(100 * share).toFixed(2)}`;

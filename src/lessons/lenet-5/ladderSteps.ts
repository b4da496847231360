import { compareMisread } from "../../arithmetic/statistics/compareMisread.js";
import { pairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Arm } from "../../charts/comparison.js";
import { rowsOfArm, type StoredRow } from "../results/experiment.js";

/** Each rung of `lenet-5/steps`, and the one from which it differs in one thing. */
export const ladderPairs = [
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
] as const satisfies readonly (readonly [rung: string, against: string])[];

/** A rung with its learning rate: what its runs reached on the test digits, and which of these each misread. */
export interface Rung extends Arm {
  /** Its learning rate, by how often the one that was set. */
  readonly factor: number;
  readonly misread: readonly (readonly number[])[];
}

const names = [...new Set(ladderPairs.flat())];
const factors = [0.5, 1, 2];
const rowName = (name: string, factor: number) =>
  factor === 1 ? name : `${name}, rate times ${factor}`;

/** Every rung at the rate that was set, all its seeds. */
export function rungsAsSet(rows: readonly StoredRow[]): Rung[] {
  return names.map((name) => rungOf(name, 1, rowsOfArm(rows, name)));
}

/**
 * Every rung at the best of three rates, half, once and twice the one that was set: the one with the highest mean accuracy on
 * training digits kept aside. Only seeds that were measured at all three.
 *
 * @param rows of `lenet-5/steps` and of `lenet-5/step-rates`
 * @throws {RangeError} if a rung has fewer than two such seeds
 */
export function rungsAtBestRate(rows: readonly StoredRow[]): Rung[] {
  const all = names.map((name) => factors.map((factor) => rowsOfArm(rows, rowName(name, factor))));
  const seeds = (all[0]?.[0] ?? []).map(({ seed }) => seed);
  const common = seeds.filter((seed) => all.flat().every((own) => own.some((row) => row.seed === seed)));
  if (common.length < 2) {
    throw new RangeError(
      `Cannot choose rates: ${common.length} seeds are measured at all of them. Measure them: npm run experiments -- lenet-5/step-rates`,
    );
  }
  return names.map((name, at) => {
    const tried = factors.map((factor, place) => {
      const own = (all[at]?.[place] ?? []).filter(({ seed }) => common.includes(seed));
      return { factor, own, kept: mean(own.map(({ result }) => Number(result.keptAccuracy))) };
    });
    const best = tried.reduce((a, b) => (b.kept > a.kept ? b : a));
    return rungOf(name, best.factor, best.own);
  });
}

function rungOf(name: string, factor: number, rows: readonly StoredRow[]): Rung {
  return {
    name,
    factor,
    values: rows.map(({ result }) => Number(result.testAccuracy)),
    misread: rows.map(({ result }) => result.misread as readonly number[]),
  };
}

/** What seeds and digits say of one step; the keys are the columns of a table. */
export interface StepVerdict extends Readonly<Record<string, string>> {
  readonly step: string;
  readonly verdict: "helps" | "hurts" | "not shown";
}

/**
 * Each step of the ladder with its gain in points of test accuracy, and a verdict: "helps" or "hurts" only where the interval over the
 * seeds leaves out zero, and the digits that one of the two misreads more often are split as rarely as once in twenty by chance.
 */
export function stepVerdicts(rungs: readonly Rung[]): StepVerdict[] {
  return ladderPairs.map(([step, against]) => {
    const [after, before] = [rungNamed(rungs, step), rungNamed(rungs, against)];
    const { mean: gain, low, high, shown } = pairedDifference(after.values, before.values);
    const { worseInFirst, worseInSecond, chance } = compareMisread(before.misread, after.misread);
    const agree = shown && chance < 0.05 && Math.sign(gain) === Math.sign(worseInFirst - worseInSecond);
    return {
      step,
      against,
      points: `${signed(gain)} (${signed(low)} to ${signed(high)})`,
      "digits read better, worse": `${worseInFirst}, ${worseInSecond}`,
      rates: `${after.factor}, ${before.factor}`,
      verdict: agree ? (gain > 0 ? "helps" : "hurts") : "not shown",
    };
  });
}

function rungNamed(rungs: readonly Rung[], name: string): Rung {
  const found = rungs.find((rung) => rung.name === name);
  if (found) return found;
  throw new RangeError(`Cannot judge the step to "${name}": no rung has that name. Give all of them.`);
}

const signed = (share: number) => `${share > 0 ? "+" : ""}${(100 * share).toFixed(2)}`;

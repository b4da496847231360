import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Arm } from "../../charts/comparison.js";
import { armOf, rowsOfArm, type StoredRow } from "../results/experiment.js";
import { type HeadMeasure, measuredIn } from "./headMeasure.js";

/** Trainings of `headCnn` with several heads at several learning rates, by heads. */
export interface HeadArms {
  /** The heads: `flatten`, `gap` and so on. */
  readonly heads: readonly string[];
  /** The learning rates that were tried, the smallest first. */
  readonly rates: readonly number[];
  /** The learning rate at which a head reads most digits kept aside, in the mean of its seeds. */
  ownRate(head: string): number;
  /** One head, one value a seed: at a learning rate, or at its own. No values where the head takes one size of images only. */
  arm(head: string, measure: HeadMeasure, rate?: number): Arm;
  /** All heads that have such a measure. */
  arms(measure: HeadMeasure, rate?: number): Arm[];
}

/**
 * The rows of an experiment such as `gap-vs-flatten/seeds`, by heads. Its methods throw a `RangeError` for a head or a rate that
 * was not measured.
 */
export function headArms(rows: readonly StoredRow[]): HeadArms {
  const heads = [...new Set(rows.map(({ configuration }) => String(configuration.head)))];
  const rates = [...new Set(rows.map(({ configuration }) => Number(configuration.learningRate)))].sort(
    (a, b) => a - b,
  );
  const arm = (head: string, measure: HeadMeasure, rate = ownRate(head)) => {
    const own = rows.find(
      ({ configuration }) => configuration.head === head && configuration.learningRate === rate,
    );
    if (own === undefined) {
      throw new RangeError(
        `Cannot read the runs of "${head}" at rate ${rate}. The heads are ${heads.join(", ")}, the rates ${rates.join(", ")}.`,
      );
    }
    const values = rowsOfArm(rows, armOf(own)).flatMap(({ result }) => measuredIn(result, measure) ?? []);
    return { name: head, values };
  };
  const ownRate = (head: string): number => {
    const kept = rates.map((rate) => mean(arm(head, "keptAccuracy", rate).values));
    return rates[kept.indexOf(Math.max(...kept))] as number;
  };
  const arms = (measure: HeadMeasure, rate?: number) =>
    heads.map((head) => arm(head, measure, rate)).filter(({ values }) => values.length > 0);
  return { heads, rates, ownRate, arm, arms };
}

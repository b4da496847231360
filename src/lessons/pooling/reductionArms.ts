import type { Arm } from "../../charts/comparison.js";
import { armOf, type StoredRow } from "../results/experiment.js";
import { type SteadinessCurve, steadyAtAccuracy } from "./steadyAtAccuracy.js";

/** What the arms of the experiments on pooling are called in charts: the kind, then window/stride; or the blocks that are left. */
const names: Readonly<Record<string, string>> = {
  none: "late mean",
  "none, maximum at the end": "late max",
  "max 2, stride 1": "max 2/1",
  "max 3, stride 1": "max 3/1",
  "max 2, stride 2": "max 2/2",
  "max 3, stride 2": "max 3/2",
  "average 2, stride 2": "mean 2/2",
  "convolution, stride 2": "strided",
  "max 2, stride 2, maximum at the end": "max 2/2, max end",
  "max 2, stride 3": "max 2/3",
  "max 3, stride 3": "max 3/3",
  "blocks of 1": "28 x 28",
  "blocks of 2": "14 x 14",
  "blocks of 4": "7 x 7",
  "blocks of 7": "4 x 4",
  "blocks of 14": "2 x 2",
};

/** A number of the results by its name, or how steady answers were at an accuracy, a share, where rows hold a curve. */
export type ArmMeasure = string | { readonly steadyAt: number };

/**
 * The arms of an experiment on pooling under their short names, in the order of the rows: one number a seed, in the order of the seeds.
 *
 * @throws {RangeError} if a row has no such number
 * @example reductionArms(await storedRows("pooling/pooling"), "testAccuracy")[0].name // "late mean"
 */
export function reductionArms(rows: readonly StoredRow[], measure: ArmMeasure): Arm[] {
  return [...new Set(rows.map(armOf))].map((arm) => ({
    name: names[arm] ?? arm,
    values: rows
      .filter((row) => armOf(row) === arm)
      .toSorted((a, b) => a.seed - b.seed)
      .map((row) => numberOf(row, measure)),
  }));
}

function numberOf({ name, result }: StoredRow, measure: ArmMeasure): number {
  if (typeof measure !== "string" && Array.isArray(result.curve))
    return steadyAtAccuracy(result.curve as SteadinessCurve, measure.steadyAt);
  const wanted = typeof measure === "string" ? measure : "curve";
  const value = result[wanted];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new RangeError(
    `Cannot compare by ${wanted}: row "${name}" has ${String(value)}. Name a number of the results.`,
  );
}

import type { Arm } from "../../charts/comparison.js";
import { armOf, type StoredRow } from "../results/experiment.js";
import type { Result } from "../results/result.js";

/**
 * The arms of an experiment in the order of its rows, each with one number a seed, in the order of the seeds: what charts and tables
 * of differences take.
 *
 * @param read the number to take from what a row found
 * @example
 * const rows = await storedRows("padding-and-stride/border");
 * measuredArms(rows, ({ testAccuracy }) => Number(testAccuracy))[0] // { name: "valid", values: [0.9698, …] }
 */
export function measuredArms(rows: readonly StoredRow[], read: (result: Result) => number): Arm[] {
  const names = [...new Set(rows.map(armOf))];
  return names.map((name) => ({
    name,
    values: rows
      .filter((row) => armOf(row) === name)
      .sort((a, b) => a.seed - b.seed)
      .map(({ result }) => read(result)),
  }));
}

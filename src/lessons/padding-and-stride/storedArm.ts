import type { Arm } from "../../charts/comparison.js";
import { armOf, rowsOfArm, storedRows } from "../results/experiment.js";
import type { Result } from "../results/result.js";

/**
 * One arm of a stored experiment: its name and one number a seed, in the order of the seeds, as charts and tables of differences take it.
 *
 * @param name of the arm: that of its rows without the seed
 * @param read the number to take from what a row found
 * @throws {RangeError} if no row is stored under that name
 * @example
 * await storedArm("padding-and-stride/border", "valid", ({ testAccuracy }) => Number(testAccuracy))
 * // { name: "valid", values: [0.9698, 0.9634, 0.9691, 0.9647, 0.96] }
 */
export async function storedArm(id: string, name: string, read: (result: Result) => number): Promise<Arm> {
  const rows = await storedRows(id);
  const own = rowsOfArm(rows, name);
  if (own.length > 0) return { name, values: own.map(({ result }) => read(result)) };
  const names = [...new Set(rows.map(armOf))].map((each) => `"${each}"`).join(", ");
  throw new RangeError(`Cannot read arm "${name}" of ${id}: no row has that name. Its arms are ${names}.`);
}

import type { Arm } from "../../charts/comparison.js";
import { armOf, rowsOfArm, type StoredRow } from "./experiment.js";

/**
 * One configuration of a stored experiment as an arm of a comparison: a number of every row of that name, in the order of the seeds.
 *
 * @param name of the rows, without their seed
 * @param measure the name of a number in their results. @default {"testAccuracy"}
 * @throws {RangeError} if there is no such row, or the result has no such number
 * @example armFrom(await storedRows("how-a-network-learns/rates"), "plain, rate 0.1").values.length // 10
 */
export function armFrom(rows: readonly StoredRow[], name: string, measure = "testAccuracy"): Arm {
  const own = rowsOfArm(rows, name);
  if (own.length === 0) {
    const names = [...new Set(rows.map(armOf))].join("; ");
    throw new RangeError(`Cannot find rows named "${name}". There are ${names}.`);
  }
  const values = own.map(({ result }) => {
    const value = result[measure];
    if (typeof value === "number") return value;
    throw new RangeError(
      `Cannot read ${measure} of "${name}": its results hold ${Object.keys(result).join(", ")}. Name one that is a number.`,
    );
  });
  return { name, values };
}

import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Arm } from "../../charts/comparison.js";
import { armFrom } from "../results/armFrom.js";
import { rowsOfArm, storedRows } from "../results/experiment.js";

/** Worked out of a row: how often the map of a digit that is *not* there is brightest in the digit's box, in the mean of nine. */
const otherPointing = "otherPointing";

/**
 * Several measures of one configuration of a stored experiment, as arms of a comparison: an arm for each, in the order of the seeds.
 *
 * @param id of the experiment
 * @param name of the rows, without their seed
 * @param measures for each arm the name of a number in the results; `otherPointing` is worked out of `classPointing`
 * @throws {RangeError} if there is no such row, or the results have no such number
 * @example
 * const arms = await measuresOf("class-activation-maps/draws", "the lesson's network", { "20%": "text" });
 * arms[0]?.values.length // 10
 */
export async function measuresOf(
  id: string,
  name: string,
  measures: Readonly<Record<string, string>>,
): Promise<Arm[]> {
  const rows = await storedRows(id);
  return Object.entries(measures).map(([arm, measure]) => {
    if (measure !== otherPointing) return { ...armFrom(rows, name, measure), name: arm };
    const right = armFrom(rows, name, "truePointing").values;
    const values = rowsOfArm(rows, name).map(
      ({ result: { classPointing } }, row) =>
        (10 * mean(classPointing as number[]) - (right[row] as number)) / 9,
    );
    return { name: arm, values };
  });
}

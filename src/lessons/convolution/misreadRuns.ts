import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Figure } from "../../charts/figure.js";
import { differenceTable } from "../../charts/figures/differenceTable.js";
import { spreadChart } from "../../charts/figures/spread.js";
import { armOf, rowsOfArm, storedRows } from "../results/experiment.js";

const tests = 10_000;

/** Stored trainings, told in digits misread of the 10,000 test digits. */
export interface MisreadRuns {
  /** The mean of an arm over its seeds. */
  mean(arm: string): number;
  /** Every training a dot, arms side by side: those named, or all. */
  chart(title: string, arms?: readonly string[]): Figure;
  /** The first of each pair less the second, seed by seed, with the interval. */
  differences(...pairs: readonly (readonly [first: string, second: string])[]): Figure;
}

/**
 * The stored rows of an experiment, by arms: what is equal but for the seed.
 *
 * @param names what an arm is called here, and the name of its rows without the seed
 * @throws {Error} if nothing is stored under that id, or a row does not fit its hash
 * @throws {RangeError} if the experiment has no rows of that name, or an arm is asked for that was not named
 * @example (await misreadRuns("convolution/filters", { dice: "random" })).mean("dice") // 892.3
 */
export async function misreadRuns(id: string, names: Readonly<Record<string, string>>): Promise<MisreadRuns> {
  const rows = await storedRows(id);
  const arms = new Map(
    Object.entries(names).map(([name, arm]) => {
      const own = rowsOfArm(rows, arm);
      if (own.length === 0) throw unknownArm(arm, id, [...new Set(rows.map(armOf))]);
      return [name, own.map(({ result }) => Math.round(tests * (1 - Number(result.testAccuracy))))];
    }),
  );
  const valuesOf = (arm: string) => {
    const values = arms.get(arm);
    if (values === undefined) throw unknownArm(arm, id, [...arms.keys()]);
    return values;
  };
  return {
    mean: (arm) => mean(valuesOf(arm)),
    chart: (title, shown = Object.keys(names)) =>
      spreadChart(
        shown.flatMap((group) => valuesOf(group).map((value) => ({ group, value }))),
        { title, yTitle: "digits misread of 10,000", zero: true },
      ),
    differences: (...pairs) =>
      differenceTable(
        pairs.map(([first, second]) => ({
          first: { name: first, values: valuesOf(first) },
          second: { name: second, values: valuesOf(second) },
        })),
        { of: tests },
      ),
  };
}

function unknownArm(arm: string, id: string, known: readonly string[]): RangeError {
  const list = known.map((name) => `"${name}"`).join(", ");
  return new RangeError(`Cannot read the runs "${arm}" of ${id}. Name one of ${list}.`);
}

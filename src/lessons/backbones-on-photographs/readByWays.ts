import { requireWhole } from "../../arithmetic/whole.js";
import type { Arm } from "../../charts/comparison.js";
import { storedRows } from "../results/experiment.js";

const action = "gather what was read";

/**
 * How many tests each way of comparing read in a stored experiment on few examples, one share a seed: arms for `armSpread` and
 * `armDifferences`.
 *
 * @param id such as "backbones-on-photographs/equalised"
 * @param arm the name of the rows without their seed, such as "from any distance, equalised"
 * @param each how many examples of each class were given: 1, 2, 5 or 10
 * @param ways names of the results, by the names that the arms get
 * @throws {Error} if nothing is stored under that id
 * @throws {RangeError} if no row has that name, or a row has no such way or count of examples
 * @example
 * const ways = { backbone: "backbone", "one number": "oneNumber" };
 * (await readByWays("backbones-on-photographs/textures", "from one distance", 1, ways))[0]?.values // [1, 1, 1]
 */
export async function readByWays(
  id: string,
  arm: string,
  each: number,
  ways: Readonly<Record<string, string>>,
): Promise<Arm[]> {
  requireWhole(action, { each }, { from: 1 });
  const rows = (await storedRows(id)).filter(({ name }) => name.startsWith(`${arm}, seed `));
  if (rows.length === 0) throw new RangeError(`Cannot ${action}: no row of ${id} is named "${arm}, seed 1".`);
  return Object.entries(ways).map(([name, way]) => ({
    name,
    values: rows.map(({ result }) => {
      const share = (result[way] as number[] | undefined)?.[(result.perClass as number[]).indexOf(each)];
      if (share !== undefined) return share;
      throw new RangeError(
        `Cannot ${action}: ${id} has no "${way}" with ${each} examples of each class. It was measured with ${result.perClass}.`,
      );
    }),
  }));
}

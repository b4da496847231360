import { pairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import { amountText } from "../../charts/differenceSentence.js";
import type { Figure } from "../../charts/figure.js";
import { table } from "../../charts/figures/table.js";
import { middleErrors, positionErrors } from "./positionErrors.js";

/**
 * An arm of `padding-and-stride/position` against always saying "in the middle", in pixels, a row for each distance from the border:
 * what each seed reached, the 95% interval of the difference, and whether the seeds show one.
 *
 * @param arm "zeros around" or "wrapped around"
 * @param distances from the border in pixels
 * @throws {RangeError} if there is no such arm, or nothing was measured at a distance
 */
export async function positionTable(arm: string, distances: readonly number[]): Promise<Figure> {
  const errors = await positionErrors(arm);
  const rows = distances.map((distance) => {
    const [values, middle] = [errors[distance], middleErrors[distance]];
    if (values === undefined || middle === undefined) {
      const range = `from 0 to ${errors.length - 1}`;
      throw new RangeError(`Cannot tell errors ${distance} pixels from the border. Give distances ${range}.`);
    }
    const found = pairedDifference(
      values,
      values.map(() => middle),
    );
    return {
      distance,
      [`${arm}, each seed`]: values.map((value) => value.toFixed(1)).join(", "),
      "always the middle": middle.toFixed(1),
      "difference, 95% interval": amountText(found, {}),
      found: `${found.shown ? "shown" : "not shown"} by ${found.n} seeds`,
    };
  });
  return table(rows, { caption: "Off by, in pixels" });
}

import { pairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import { amountText } from "../../charts/differenceSentence.js";
import type { Figure } from "../../charts/figure.js";
import { table } from "../../charts/figures/table.js";
import type { StoredRow } from "../results/experiment.js";
import { middleError, positionErrors } from "./positionErrors.js";

/**
 * An arm of `padding-and-stride/position` against always saying "in the middle", in pixels, a row for each distance from the border:
 * the 95% interval of the difference over its seeds, and whether they show one.
 *
 * @param arm "zeros around" or "wrapped around"
 * @throws {RangeError} if there is no such arm, or nothing was measured at a distance
 */
export function positionTable(rows: readonly StoredRow[], arm: string, distances: readonly number[]): Figure {
  const caption = `${arm}: pixels off, against always the middle`;
  const lines = distances.map((distance) => {
    const arms = positionErrors(rows, distance);
    const values = arms.find(({ name }) => name === arm)?.values;
    if (values === undefined) {
      const names = arms.map(({ name }) => `"${name}"`).join(" or ");
      throw new RangeError(`Cannot tell errors of "${arm}": nobody measured it. Give ${names}.`);
    }
    const guessed = values.map(() => middleError(distance));
    const found = pairedDifference(values, guessed);
    return {
      distance,
      [arm]: values.map((value) => value.toFixed(1)).join(", "),
      "always the middle": middleError(distance).toFixed(1),
      "95% interval of the difference": amountText(found, {}),
      found: `${found.shown ? "shown" : "not shown"} by ${found.n} seeds`,
    };
  });
  return table(lines, { caption });
}

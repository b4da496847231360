import { pairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import { amountText } from "../../charts/differenceSentence.js";
import type { Figure } from "../../charts/figure.js";
import { table } from "../../charts/figures/table.js";
import { inWords } from "../../charts/format.js";
import { middleErrors, positionErrors } from "./positionErrors.js";

/**
 * How far off the networks of `padding-and-stride/position` are, in pixels, a row for each distance from the border: each seed of
 * both arms, always saying "in the middle", and of the network with zeros the 95% interval of its difference from that.
 *
 * @param distances from the border in pixels
 * @throws {RangeError} if nothing was measured at a distance
 */
export async function positionTable(distances: readonly number[]): Promise<Figure> {
  const zeros = await positionErrors("zeros around");
  const wrapped = await positionErrors("wrapped around");
  const rows = distances.map((distance) => {
    const middle = middleErrors[distance];
    if (middle === undefined) {
      const range = `from 0 to ${middleErrors.length - 1}`;
      throw new RangeError(`Cannot tell errors ${distance} pixels from the border. Give distances ${range}.`);
    }
    const values = zeros[distance] as number[];
    const guessed = values.map(() => middle);
    const found = pairedDifference(values, guessed);
    return {
      distance,
      "always the middle": middle.toFixed(1),
      "wrapped around": inShort(wrapped[distance] as number[]),
      "zeros around": inShort(values),
      "zeros less middle, 95% interval": amountText(found, {}),
      found: `${found.shown ? "shown" : "not shown"} by ${inWords(found.n)} seeds`,
    };
  });
  return table(rows, { caption: "Off by, in pixels, each seed" });
}

function inShort(values: readonly number[]): string {
  return values.map((value) => value.toFixed(1)).join(", ");
}

import { requireSome } from "../../arithmetic/lists.js";
import {
  type Comparison,
  type DifferenceWords,
  differenceOf,
  measureOf,
  requireWords,
} from "../comparison.js";
import { amountText, levelText } from "../differenceSentence.js";
import type { Figure } from "../figure.js";
import { inWords, short } from "../format.js";
import { table } from "./table.js";

/**
 * A row for each comparison, seed by seed: the mean of first minus second, its interval in words, and whether so many seeds show it.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no comparison, or one has not as many values of each arm, fewer than two, or one that is not finite
 * @example
 * const [first, second] = [{ name: "maximum", values: [201, 188, 192] }, { name: "mean", values: [240, 236, 233] }];
 * differenceTable([{ first, second }], { of: 10000 }).description
 * // "seed by seed        difference, of 10,000  95% interval    found\n…"
 */
export function differenceTable(
  comparisons: readonly Comparison[],
  options: DifferenceWords & { readonly caption?: string } = {},
): Figure {
  const { caption, ...words } = options;
  requireWords("make the table of differences", options, ["caption"]);
  requireSome("make the table of differences", "comparison", comparisons);
  const measure = measureOf(words);
  const rows = comparisons.map((comparison) => {
    const found = differenceOf(comparison, words);
    return {
      "seed by seed": `${comparison.first.name} minus ${comparison.second.name}`,
      [measure === "" ? "difference" : `difference, ${measure}`]: signed(found.mean),
      [levelText(words)]: amountText(found, { ...words, unit: "" }),
      found: `${found.shown ? "shown" : "not shown"} by ${inWords(found.n)} seeds`,
    };
  });
  return table(rows, caption === undefined ? {} : { caption });
}

function signed(value: number): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${short(Math.abs(value))}`;
}

import { requireSome } from "../../arithmetic/lists.js";
import { type Comparison, type DifferenceWords, measureOf, requireWords } from "../comparison.js";
import { differenceSentence } from "../differenceSentence.js";
import type { Figure } from "../figure.js";
import { intervalMarks, placesOf, rowOf, seedDots, widthBeside, zeroLine } from "./differenceMarks.js";
import { titleOf } from "./points.js";
import { vegaLiteFigure } from "./vega.js";

/** What can be chosen about {@link differenceChart}. */
export interface DifferenceChartOptions extends DifferenceWords {
  /** What was measured: "digits misread", "test accuracy". */
  readonly what: string;
  readonly title?: string;
}

/**
 * Comparisons seed by seed: every pair a dot, the mean difference with its interval above the dots, and the line of no difference.
 * What reaches across that line is gray, and called not shown.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no comparison, or one has not as many values of each arm, fewer than two, or one that is not finite
 * @example
 * const first = { name: "maximum", values: [201, 188, 192] };
 * const second = { name: "mean", values: [240, 236, 233] };
 * differenceChart([{ first, second }], { what: "digits misread", verb: "misreads", of: 10000 }).description
 * // "digits misread, seed by seed. maximum misreads 31 to 54 fewer of 10,000 than mean (three seeds)."
 */
export function differenceChart(comparisons: readonly Comparison[], options: DifferenceChartOptions): Figure {
  const { what, title, ...words } = options;
  requireWords("draw the differences", options, ["what", "title"]);
  requireSome("draw the differences", "comparison", comparisons);
  const rows = comparisons.map((comparison) => rowOf(comparison, words));
  const places = placesOf(rows, axisTitle(options));
  const spec = {
    ...titleOf(title),
    width: widthBeside(rows),
    height: { step: 54 },
    layer: [
      zeroLine(places),
      seedDots(comparisons, rows, places, words),
      ...intervalMarks(rows, places, words),
    ],
    resolve: { axis: { y: "independent" } },
  };
  const sentences = comparisons.map((comparison) => differenceSentence(comparison, words));
  return vegaLiteFigure(spec, `${title ?? what}, seed by seed. ${sentences.join(" ")}`);
}

function axisTitle(options: DifferenceChartOptions): string {
  const measure = measureOf(options);
  return `difference in ${options.what}${measure === "" ? "" : ` (${measure})`}`;
}

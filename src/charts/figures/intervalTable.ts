import { requireSome } from "../../arithmetic/lists.js";
import { requireChoices, requireOptions } from "../../arithmetic/options.js";
import { meanInterval } from "../../arithmetic/statistics/meanInterval.js";
import type { Arm } from "../comparison.js";
import { levelText } from "../differenceSentence.js";
import type { Figure } from "../figure.js";
import { valueFormat } from "./points.js";
import { table } from "./table.js";

/** What can be chosen about {@link intervalTable}. */
export interface IntervalTableOptions {
  /** Above the column of means: "digits misread of 10,000". @default {"mean"} */
  readonly what?: string;
  /** `percent`: values from 0 to 1, written as percentages. @default {"number"} */
  readonly format?: "number" | "percent";
  readonly caption?: string;
  /** The share of intervals that hold the true mean. @default {0.95} */
  readonly confidence?: number;
}

/**
 * A row for each arm: its mean with the interval by Student's t, the least and the most, and how many seeds there were.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no arm, or one has fewer than two values or one that is not finite
 * @example intervalTable([{ name: "mean", values: [236, 240, 233] }], { what: "digits misread" }).description
 * // "arm   digits misread  95% interval  least  most  seeds\n----  --------------  ------------  -----  ----  -----\n…"
 */
export function intervalTable(arms: readonly Arm[], options: IntervalTableOptions = {}): Figure {
  requireOptions("make the table of intervals", options, ["what", "format", "caption", "confidence"]);
  requireChoices("make the table of intervals", options, { format: ["number", "percent"] });
  requireSome("make the table of intervals", "arm", arms);
  const { text } = valueFormat(options.format);
  const cell = (value: number) => (options.format === "percent" ? text(value) : value);
  const rows = arms.map(({ name, values }) => {
    const { mean, low, high } = meanInterval(values, options.confidence);
    return {
      arm: name,
      [options.what ?? "mean"]: cell(mean),
      [levelText(options)]: `${text(low)} to ${text(high)}`,
      least: cell(Math.min(...values)),
      most: cell(Math.max(...values)),
      seeds: values.length,
    };
  });
  return table(rows, options.caption === undefined ? {} : { caption: options.caption });
}

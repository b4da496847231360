import { meanInterval } from "../../arithmetic/statistics/meanInterval.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { levelText } from "../differenceSentence.js";
import { plural } from "../format.js";
import { valueFormat } from "./points.js";

/** One run: what was varied, what came out. */
export interface SpreadPoint {
  readonly group: string;
  readonly value: number;
  readonly series?: string | undefined;
}

/** What can be chosen about `spreadChart`. */
export interface SpreadChartOptions {
  /** What the groups are: "filters", "dropout". */
  readonly xTitle?: string;
  readonly yTitle: string;
  /** Written behind the title of the y axis: "s", "images/s". */
  readonly unit?: string;
  readonly title?: string;
  /** `percent`: values from 0 to 1, written as percentages. @default {"number"} */
  readonly format?: "number" | "percent";
  /** The y axis starts at zero. @default {false} */
  readonly zero?: boolean;
  /** The share of intervals that hold the true mean, or `false` for none, where dots are no independent runs. @default {0.95} */
  readonly confidence?: number | false;
}

/** What a group of runs comes to. */
export interface GroupSummary {
  readonly group: string;
  readonly series?: string;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
  /** The interval of the mean, where there is one. */
  readonly low?: number;
  readonly high?: number;
}

/** One summary for each group and series that has runs, in the order given. */
export function summaries(
  points: readonly SpreadPoint[],
  groups: readonly string[],
  series: readonly string[],
  options: SpreadChartOptions,
): GroupSummary[] {
  return groups.flatMap((group) =>
    (series.length === 0 ? [undefined] : series).flatMap((name) => {
      const own = points.filter((point) => point.group === group && point.series === name);
      const values = own.map(({ value }) => value);
      return values.length === 0 ? [] : [summary(group, name, values, options)];
    }),
  );
}

function summary(
  group: string,
  series: string | undefined,
  values: readonly number[],
  options: SpreadChartOptions,
): GroupSummary {
  return {
    group,
    ...(series === undefined ? {} : { series }),
    mean: mean(values),
    least: Math.min(...values),
    most: Math.max(...values),
    runs: values.length,
    ...interval(values, options),
  };
}

/** The interval of the mean, as far as values can lie. */
function interval(values: readonly number[], { confidence = 0.95, format, zero }: SpreadChartOptions) {
  if (confidence === false || values.length < 2) return {};
  const { low, high } = meanInterval(values, confidence);
  return {
    low: zero && Math.min(...values) >= 0 ? Math.max(0, low) : low,
    high: format === "percent" && Math.max(...values) <= 1 ? Math.min(1, high) : high,
  };
}

/** The numbers of the chart as a sentence. */
export function spreadText(
  runs: number,
  means: readonly GroupSummary[],
  { title, yTitle, format, confidence }: SpreadChartOptions,
): string {
  const { text } = valueFormat(format);
  const level = confidence === false || confidence === undefined ? {} : { confidence };
  const parts = means.map(({ group, series, mean, least, most, runs: own, low, high }) => {
    const range = own === 1 ? "one run" : `${text(least)} to ${text(most)} over ${own} runs`;
    const line =
      low === undefined || high === undefined ? "" : `, ${levelText(level)} ${text(low)} to ${text(high)}`;
    return `${group}${series === undefined ? "" : `, ${series}`}: mean ${text(mean)}, ${range}${line}`;
  });
  return `${title ?? yTitle}, ${plural(runs, "run")}. ${parts.join("; ")}.`;
}

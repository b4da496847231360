import { requireOptions } from "../../arithmetic/options.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { textWidth } from "../drawing/textwidth.js";
import type { Figure } from "../figure.js";
import { plural } from "../format.js";
import { checkPoints, namesIn, seriesColor, titleOf, valueFormat } from "./points.js";
import { vegaLiteFigure } from "./vega.js";

/** One run: what was varied, what came out. */
export interface SpreadPoint {
  readonly group: string;
  readonly value: number;
  readonly series?: string | undefined;
}

/** What can be chosen about {@link spreadChart}. */
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
}

/**
 * Runs with different seeds: every run a dot, the mean of a group a bar across, groups in the order given.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no points, or a value is not finite
 * @example
 * const runs = [{ group: "8", value: 0.97 }, { group: "8", value: 0.98 }, { group: "16", value: 0.98 }];
 * spreadChart(runs, { xTitle: "filters", yTitle: "accuracy" }).description
 * // "accuracy, 3 runs. 8: mean 0.975, 0.97 to 0.98 over 2 runs; 16: mean 0.98, one run."
 */
export function spreadChart(points: readonly SpreadPoint[], options: SpreadChartOptions): Figure {
  requireOptions("draw the spread", options, ["xTitle", "yTitle", "unit", "title", "format", "zero"]);
  const places = points.map(({ value }) => ({ x: 0, y: value }));
  checkPoints(places, "draw the spread");
  const groups = namesIn(points, (point) => point.group);
  const series = namesIn(points, (point) => point.series);
  const means = groups.flatMap((group) =>
    (series.length === 0 ? [undefined] : series).flatMap((name) => {
      const own = points.filter((point) => point.group === group && point.series === name);
      const values = own.map(({ value }) => value);
      return values.length === 0 ? [] : [summary(group, name, values)];
    }),
  );
  const format = valueFormat(options.format);
  const yTitle = options.unit === undefined ? options.yTitle : `${options.yTitle} (${options.unit})`;
  const widest = Math.max(...groups.map((group) => textWidth(group, 10)));
  const slot = Math.max(44, 26 * series.length, Math.min(90, widest + 12));
  const what = [
    { field: "group", type: "nominal", title: options.xTitle ?? "group" },
    ...(series.length > 0 ? [{ field: "series", type: "nominal", title: "series" }] : []),
  ];
  const number = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title,
    format: format.tooltip,
  });
  const spec = {
    ...titleOf(options.title),
    width: slot * groups.length,
    height: 240,
    encoding: {
      x: {
        field: "group",
        type: "ordinal",
        title: options.xTitle ?? null,
        sort: groups,
        axis: { labelAngle: widest + 8 > slot ? -30 : 0 },
      },
      ...(series.length > 1
        ? { xOffset: { field: "series", type: "nominal", sort: series, scale: { domain: series } } }
        : {}),
      color: seriesColor(series),
    },
    layer: [
      {
        data: { values: means },
        mark: { type: "tick", thickness: 3, size: series.length > 1 ? 18 : 28, opacity: 1 },
        encoding: {
          y: {
            field: "mean",
            type: "quantitative",
            title: yTitle,
            scale: { zero: options.zero ?? false, padding: options.zero ? 0 : 12 },
            axis: { ...format.axis, tickCount: 7 },
          },
          tooltip: [
            ...what,
            number("mean", "mean"),
            number("least", "least"),
            number("most", "most"),
            { field: "runs", type: "quantitative" },
          ],
        },
      },
      {
        data: { values: points },
        mark: { type: "point", filled: true, opacity: 0.55, size: 50 },
        encoding: {
          y: { field: "value", type: "quantitative", title: yTitle },
          tooltip: [...what, number("value", options.yTitle)],
        },
      },
    ],
  };
  return vegaLiteFigure(spec, describe(points.length, means, options, yTitle, format.text));
}

interface Summary {
  readonly group: string;
  readonly series?: string;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

function summary(group: string, series: string | undefined, values: readonly number[]): Summary {
  return {
    group,
    ...(series === undefined ? {} : { series }),
    mean: mean(values),
    least: Math.min(...values),
    most: Math.max(...values),
    runs: values.length,
  };
}

function describe(
  runs: number,
  means: readonly Summary[],
  { title }: SpreadChartOptions,
  yTitle: string,
  text: (value: number) => string,
): string {
  const parts = means.map(({ group, series, mean, least, most, runs: own }) => {
    const range = own === 1 ? "one run" : `${text(least)} to ${text(most)} over ${own} runs`;
    return `${group}${series === undefined ? "" : `, ${series}`}: mean ${text(mean)}, ${range}`;
  });
  return `${title ?? yTitle}, ${plural(runs, "run")}. ${parts.join("; ")}.`;
}

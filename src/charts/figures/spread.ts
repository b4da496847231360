import { requireOptions } from "../../arithmetic/options.js";
import { textWidth } from "../drawing/textwidth.js";
import type { Figure } from "../figure.js";
import { checkPoints, namesIn, seriesColor, titleOf, valueFormat } from "./points.js";
import {
  type GroupSummary,
  type SpreadChartOptions,
  type SpreadPoint,
  spreadText,
  summaries,
} from "./spreadSummary.js";
import { vegaLiteFigure } from "./vega.js";

export type { SpreadChartOptions, SpreadPoint };

/** What {@link spreadChart} reads. */
export const spreadOptions = ["xTitle", "yTitle", "unit", "title", "format", "zero", "confidence"];

/** What groups with long names take together, in CSS pixels: with the axis no more than the width of a narrow notebook. */
const roomy = 500;

/**
 * Runs with different seeds: every run a dot, the mean of a group a bar across with its interval by Student's t as a line, groups in
 * the order given. An interval ends where no value can lie: at 100%, and at zero where the axis starts there. A run alone has none.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no points, a value is not finite, or the confidence is not between 0 and 1
 * @example
 * const runs = [{ group: "8", value: 0.97 }, { group: "8", value: 0.98 }, { group: "16", value: 0.98 }];
 * spreadChart(runs, { xTitle: "filters", yTitle: "accuracy" }).description
 * // "accuracy, 3 runs. 8: mean 0.975, 0.97 to 0.98 over 2 runs, 95% interval 0.911 to 1.04; 16: mean 0.98, one run."
 */
export function spreadChart(points: readonly SpreadPoint[], options: SpreadChartOptions): Figure {
  requireOptions("draw the spread", options, spreadOptions);
  const places = points.map(({ value }) => ({ x: 0, y: value }));
  checkPoints(places, "draw the spread");
  const groups = namesIn(points, (point) => point.group);
  const series = namesIn(points, (point) => point.series);
  const means = summaries(points, groups, series, options);
  const yTitle = options.unit === undefined ? options.yTitle : `${options.yTitle} (${options.unit})`;
  const widest = Math.max(...groups.map((group) => textWidth(group, 10)));
  const slot = Math.max(44, 34 * series.length, Math.min(90, widest + 12, roomy / groups.length));
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
      color: seriesColor(series),
    },
    layer: layersOf(points, means, { ...options, yTitle }, series, slot),
  };
  return vegaLiteFigure(spec, spreadText(points.length, means, { ...options, yTitle }));
}

/** The bar of the mean, across; on it the dots to the left and the line of the interval to the right. */
function layersOf(
  points: readonly SpreadPoint[],
  means: readonly GroupSummary[],
  { xTitle, yTitle, zero = false, format }: SpreadChartOptions,
  series: readonly string[],
  slot: number,
): object[] {
  const shown = valueFormat(format);
  const number = (field: string, title: string) => ({
    ...{ field, type: "quantitative", title },
    format: shown.tooltip,
  });
  const what = [
    { field: "group", type: "nominal", title: xTitle ?? "group" },
    ...(series.length > 0 ? [{ field: "series", type: "nominal", title: "series" }] : []),
  ];
  const ofMean = [number("mean", "mean"), number("least", "least"), number("most", "most")];
  const ofLine = [number("mean", "mean"), number("low", "interval from"), number("high", "to")];
  const withLine = means.filter(({ low }) => low !== undefined);
  const at = placesIn(series, slot, withLine.length > 0);
  const y = {
    type: "quantitative",
    title: yTitle,
    scale: { zero, padding: zero ? 0 : 12, ...top(points, means, format) },
    axis: { ...shown.axis, tickCount: 7 },
  };
  const line = {
    ...at.interval.rows(withLine),
    mark: { type: "rule", strokeWidth: 2, strokeCap: "round" },
    encoding: {
      xOffset: at.interval.xOffset,
      y: { field: "low", ...y },
      y2: { field: "high" },
      tooltip: [...what, ...ofLine],
    },
  };
  return [
    {
      ...at.mean.rows(means),
      mark: { type: "tick", thickness: 3, size: series.length > 1 ? 20 : 28, opacity: 1 },
      encoding: {
        xOffset: at.mean.xOffset,
        y: { field: "mean", ...y },
        tooltip: [...what, ...ofMean, { field: "runs", type: "quantitative" }],
      },
    },
    ...(withLine.length === 0 ? [] : [line]),
    {
      ...at.runs.rows(points),
      mark: { type: "point", filled: true, opacity: 0.75, size: 46 },
      encoding: {
        xOffset: at.runs.xOffset,
        y: { field: "value", ...y },
        tooltip: [...what, number("value", yTitle)],
      },
    },
  ];
}

/** Where the parts of a group stand: its series side by side, and in each the runs, the mean and the interval. */
function placesIn(series: readonly string[], slot: number, hasIntervals: boolean) {
  const names = series.length === 0 ? [""] : series;
  // So many places on each side that the parts of one series stand some 8 pixels apart.
  const free = Math.max(1, Math.round((slot / names.length / 8 - 3) / 2));
  const margin = (side: string) => Array.from({ length: free }, (_, at) => `${side} ${at}`);
  const parts = hasIntervals ? [...margin("left"), "runs", "mean", "interval", ...margin("right")] : ["mean"];
  const domain = names.flatMap((name) => parts.map((part) => `${name} ${part}`));
  const xOffset = { field: "place", type: "nominal", sort: domain, scale: { domain } };
  const place = (part: string) => ({
    xOffset,
    rows: (rows: readonly (SpreadPoint | GroupSummary)[]) => ({
      data: { values: rows.map((row) => ({ ...row, place: `${row.series ?? ""} ${part}` })) },
    }),
  });
  return { runs: place(hasIntervals ? "runs" : "mean"), mean: place("mean"), interval: place("interval") };
}

/** No share is above 100%, so neither is the axis, where what is drawn comes near it. */
function top(points: readonly SpreadPoint[], means: readonly GroupSummary[], format?: string): object {
  const drawn = [
    ...points.map(({ value }) => value),
    ...means.flatMap(({ low = [], high = [] }) => [low, high].flat()),
  ];
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const isNear = format === "percent" && most <= 1 && most + (most - least) / 10 > 1;
  return isNear ? { domainMax: 1 } : {};
}

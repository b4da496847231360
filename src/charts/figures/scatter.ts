import { requireOptions } from "../../arithmetic/options.js";
import { themedInk } from "../color.js";
import type { Figure } from "../figure.js";
import { plural, short } from "../format.js";
import {
  baselineLook,
  type ChartPoint,
  checkPoints,
  type LineChartOptions,
  namesIn,
  type PointChartOptions,
  seriesColor,
  ticksOf,
  titleOf,
  valueFormat,
} from "./points.js";
import { vegaLiteFigure } from "./vega.js";

/**
 * One dot a measurement, its label beside it: accuracy against the number of parameters, for instance.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no points, one is not finite, or one is not above 0 on a logarithmic axis
 * @example scatterChart([{ x: 100, y: 0.9, label: "small" }], { xTitle: "parameters", yTitle: "accuracy" }).description
 * // "accuracy by parameters, 1 point: small 0.9 at 100."
 */
export function scatterChart(points: readonly ChartPoint[], options: PointChartOptions): Figure {
  requireOptions("draw the points", options, [
    "xTitle",
    "yTitle",
    "title",
    "logX",
    "format",
    "zero",
    "xTicks",
    "family",
  ]);
  checkPoints(points, "draw the scatter chart", options.logX);
  return pointChart(points, options, "dots");
}

/**
 * One line a series through its points, in the order of x.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no points, one is not finite, or one is not above 0 on a logarithmic axis
 * @example lineChart([{ x: 1, y: 0.9 }, { x: 2, y: 0.3 }], { xTitle: "epoch", yTitle: "loss" }).description
 * // "loss by epoch, 2 points: 0.9 at 1, 0.3 at 2."
 */
export function lineChart(points: readonly ChartPoint[], options: LineChartOptions): Figure {
  requireOptions("draw the lines", options, [
    "xTitle",
    "yTitle",
    "title",
    "logX",
    "format",
    "zero",
    "xTicks",
    "family",
    "baseline",
  ]);
  checkPoints(points, "draw the line chart", options.logX);
  const inOrder = [...points].sort((a, b) => a.x - b.x);
  return pointChart(inOrder, options, "lines");
}

function pointChart(
  points: readonly ChartPoint[],
  options: LineChartOptions,
  kind: "dots" | "lines",
): Figure {
  const series = namesIn(points, (point) => point.series);
  const format = valueFormat(options.format);
  const labelled = points.some((point) => point.label !== undefined);
  const color = seriesColor(series, options.family);
  const spec = {
    ...titleOf(options.title),
    width: 420,
    height: 260,
    data: { values: points },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: options.xTitle,
        scale: options.logX
          ? { type: "log", nice: false, padding: 24 }
          : { zero: false, nice: false, padding: kind === "dots" ? 24 : 8 },
        axis: {
          grid: false,
          labelSeparation: 6,
          format: options.logX ? "~s" : ",~f",
          ...ticksOf(points, options),
        },
      },
      y: {
        field: "y",
        type: "quantitative",
        title: options.yTitle,
        scale: { zero: options.zero ?? false, padding: labelled ? 24 : options.zero ? 0 : 12 },
        axis: { ...format.axis, tickCount: 7 },
      },
    },
    layer: [
      ...(kind === "lines" ? [{ mark: "line", encoding: { color, ...baselineLook(options) } }] : []),
      {
        mark: { type: "point", filled: true, opacity: 1, size: kind === "dots" ? 70 : 40 },
        encoding: {
          color,
          tooltip: [
            ...(labelled ? [{ field: "label", type: "nominal", title: "what" }] : []),
            ...(series.length > 0 ? [{ field: "series", type: "nominal", title: "series" }] : []),
            { field: "x", type: "quantitative", title: options.xTitle, format: ",~r" },
            { field: "y", type: "quantitative", title: options.yTitle, format: format.tooltip },
          ],
        },
      },
      ...(labelled
        ? [
            {
              mark: { type: "text", align: "center", dy: -11, color: themedInk },
              encoding: { text: { field: "label", type: "nominal" } },
            },
          ]
        : []),
    ],
  };
  return vegaLiteFigure(spec, describe(points, series, options, format.text));
}

function describe(
  points: readonly ChartPoint[],
  series: readonly string[],
  { title, xTitle, yTitle }: PointChartOptions,
  text: (value: number) => string,
): string {
  const head = `${title ?? `${yTitle} by ${xTitle}`}, ${plural(points.length, "point")}`;
  const one = (point: ChartPoint) =>
    `${point.label === undefined ? "" : `${point.label} `}${text(point.y)} at ${short(point.x)}`;
  const groups = series.length === 0 ? [undefined] : series;
  const parts = groups.map((name) => {
    const own = points.filter((point) => point.series === name);
    const shown = own.length <= 12 ? own : [own[0] as ChartPoint, own.at(-1) as ChartPoint];
    return `${name === undefined ? "" : `${name}: `}${shown.map(one).join(own.length <= 12 ? ", " : " … ")}`;
  });
  return `${head}: ${parts.join("; ")}.`;
}

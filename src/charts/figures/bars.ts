import { requireOptions } from "../../arithmetic/options.js";
import { themedInk } from "../color.js";
import type { Figure } from "../figure.js";
import { checkPoints, namesIn, seriesColor, titleOf, valueFormat } from "./points.js";
import { vegaLiteFigure } from "./vega.js";

/** One bar, by the value it reaches. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Bars of one series have one colour. */
  readonly series?: string | undefined;
}

/** What can be chosen about {@link barChart}. */
export interface BarChartOptions {
  /** What a bar's length means. */
  readonly valueTitle: string;
  readonly labelTitle?: string;
  readonly title?: string;
  /** `percent`: values from 0 to 1, written as percentages. @default {"number"} */
  readonly format?: "number" | "percent";
}

/**
 * Lying bars from zero with their values, in the order given: probabilities of ten classes, parameters of layers.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no bars, or a value is not finite
 * @example
 * const bars = [{ label: "seven", value: 0.94 }, { label: "one", value: 0.06 }];
 * barChart(bars, { valueTitle: "probability", format: "percent" }).description // "probability: seven 94.0%, one 6.0%."
 */
export function barChart(bars: readonly Bar[], options: BarChartOptions): Figure {
  requireOptions("draw the bars", options, ["valueTitle", "labelTitle", "title", "format"]);
  checkPoints(
    bars.map(({ value }) => ({ x: 0, y: value })),
    "draw the bars",
  );
  const labels = namesIn(bars, (bar) => bar.label);
  const series = namesIn(bars, (bar) => bar.series);
  const format = valueFormat(options.format);
  const several = series.length > 1;
  const values = bars.map((bar) => ({ ...bar, text: format.text(bar.value) }));
  const spec = {
    ...titleOf(options.title),
    width: 380,
    height: { step: several ? 14 : 20 },
    data: { values },
    encoding: {
      y: { field: "label", type: "nominal", title: options.labelTitle ?? null, sort: labels },
      ...(several
        ? { yOffset: { field: "series", type: "nominal", sort: series, scale: { domain: series } } }
        : {}),
      x: {
        field: "value",
        type: "quantitative",
        title: options.valueTitle,
        axis: { ...format.axis, tickCount: 6 },
        scale: {
          zero: true,
          ...(options.format === "percent"
            ? { domainMin: Math.min(0, ...bars.map(({ value }) => value)) }
            : {}),
        },
      },
      tooltip: [
        { field: "label", type: "nominal", title: options.labelTitle ?? "what" },
        ...(several ? [{ field: "series", type: "nominal", title: "series" }] : []),
        { field: "value", type: "quantitative", title: options.valueTitle, format: format.tooltip },
      ],
    },
    layer: [
      { mark: "bar", encoding: { color: seriesColor(series) } },
      {
        mark: { type: "text", align: "left", dx: 4, color: themedInk },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ],
  };
  const list = values.map(
    ({ label, series: name, text }) => `${label}${several ? ` (${name})` : ""} ${text}`,
  );
  return vegaLiteFigure(spec, `${options.title ?? options.valueTitle}: ${list.join(", ")}.`);
}

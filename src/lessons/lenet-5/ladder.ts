import { requireOptions } from "../../arithmetic/options.js";
import { mean, standardError } from "../../arithmetic/statistics/statistics.js";
import type { Figure } from "../../charts/figure.js";
import { checkPoints, namesIn, seriesColor, titleOf, valueFormat } from "../../charts/figures/points.js";
import { vegaLiteFigure } from "../../charts/figures/vega.js";
import { plural } from "../../charts/format.js";

/** One step of a ladder of changes: its name, and what its runs reached. */
export interface Rung {
  readonly label: string;
  readonly values: readonly number[];
  /** Rungs of one series have one colour: "15,000 images". */
  readonly series?: string | undefined;
}

/** What can be chosen about {@link ladderChart}. */
export interface LadderChartOptions {
  readonly valueTitle: string;
  readonly title?: string;
  /** `percent`: values from 0 to 1, written as percentages. @default {"number"} */
  readonly format?: "number" | "percent";
  /** A value to compare with, drawn as a dashed line: the published one, for instance. */
  readonly reference?: { readonly label: string; readonly value: number };
}

/**
 * One line a rung, from the top down in the order given: every run a dot, the mean a bar across, and a line as far as the mean
 * would typically move with other seeds (twice its standard error, where there are two runs or more).
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no rungs, or a value is not finite
 */
export function ladderChart(rungs: readonly Rung[], options: LadderChartOptions): Figure {
  requireOptions("draw the ladder", options, ["valueTitle", "title", "format", "reference"]);
  const runs = rungs.flatMap(({ label, series, values }) =>
    values.map((value) => ({ label, series, value })),
  );
  checkPoints(
    runs.map(({ value }) => ({ x: value, y: 0 })),
    "draw the ladder",
  );
  const format = valueFormat(options.format);
  const labels = namesIn(rungs, (rung) => rung.label);
  const series = namesIn(rungs, (rung) => rung.series);
  const means = rungs.filter(({ values }) => values.length > 0).map(summary);
  const x = {
    type: "quantitative",
    title: options.valueTitle,
    scale: { zero: false, padding: 14 },
    axis: { ...format.axis, tickCount: 7 },
  };
  const number = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title,
    format: format.tooltip,
  });
  const what = [{ field: "label", type: "nominal", title: "rung" }];
  const { reference } = options;
  const place = {
    y: {
      field: "label",
      type: "nominal",
      title: null,
      sort: labels,
      scale: { domain: labels },
      axis: { labelLimit: 280, grid: true, gridOpacity: 0.4 },
    },
    ...(series.length > 1
      ? { yOffset: { field: "series", type: "nominal", sort: series, scale: { domain: series } } }
      : {}),
    color: seriesColor(series),
  };
  const spec = {
    ...titleOf(options.title),
    width: 360,
    height: { step: series.length > 1 ? 17 : 26 },
    layer: [
      {
        data: { values: means },
        mark: { type: "rule", strokeWidth: 2, opacity: 0.6 },
        encoding: { ...place, x: { field: "from", ...x }, x2: { field: "to" } },
      },
      {
        data: { values: means },
        mark: { type: "tick", thickness: 3, size: series.length > 1 ? 13 : 17, opacity: 1 },
        encoding: {
          ...place,
          x: { field: "mean", ...x },
          tooltip: [
            ...what,
            number("mean", "mean"),
            number("error", "standard error"),
            { field: "runs", type: "quantitative", title: "runs" },
          ],
        },
      },
      {
        data: { values: runs },
        mark: { type: "point", filled: true, opacity: 0.75, size: 36 },
        encoding: {
          ...place,
          x: { field: "value", ...x },
          tooltip: [...what, number("value", options.valueTitle)],
        },
      },
      ...(reference === undefined ? [] : [referenceLine(reference, x)]),
    ],
  };
  const parts = means.map(({ label, series: name, mean, error, runs: own }) => {
    const spread = own === 1 ? "one run" : `standard error ${format.text(error)}, ${plural(own, "run")}`;
    return `${label}${name === undefined ? "" : `, ${name}`} ${format.text(mean)} (${spread})`;
  });
  const beside = reference === undefined ? "" : ` ${reference.label}: ${format.text(reference.value)}.`;
  return vegaLiteFigure(spec, `${options.title ?? options.valueTitle}: ${parts.join("; ")}.${beside}`);
}

function referenceLine({ label, value }: { label: string; value: number }, x: object): object {
  return {
    data: { values: [{ label, value }] },
    mark: { type: "rule", strokeDash: [5, 4], color: "#8a8a8a", strokeWidth: 1.5 },
    encoding: {
      x: { field: "value", ...x },
      tooltip: [{ field: "label", type: "nominal", title: "line" }],
    },
  };
}

function summary({ label, series, values }: Rung) {
  const middle = mean(values);
  const error = values.length < 2 ? 0 : standardError(values);
  const [from, to] = [middle - 2 * error, middle + 2 * error];
  return { label, series, mean: middle, error, from, to, runs: values.length };
}

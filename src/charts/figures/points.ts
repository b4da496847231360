import { requireSome } from "../../arithmetic/lists.js";
import { isWhole } from "../../arithmetic/whole.js";
import { seriesColors } from "../color.js";
import { percent, short } from "../format.js";
import { wholeTicks } from "./wholeTicks.js";

/** A measurement with a place on both axes. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** Written beside the point, and first in its tooltip. */
  readonly label?: string | undefined;
  /** Points of one series have one colour and, in a line chart, one line. */
  readonly series?: string | undefined;
}

/** What can be chosen about {@link scatterChart} and {@link lineChart}. */
export interface PointChartOptions {
  readonly xTitle: string;
  readonly yTitle: string;
  readonly title?: string;
  /** On the x axis equal steps are equal factors. @default {false} */
  readonly logX?: boolean;
  /** `percent`: values from 0 to 1, written as percentages. @default {"number"} */
  readonly format?: "number" | "percent";
  /** The y axis starts at zero. @default {false} */
  readonly zero?: boolean;
  /** Ticks of the x axis, such as the places that were measured. @default {round numbers} */
  readonly xTicks?: readonly number[];
  /**
   * The series of a whole family of charts: each keeps the colour of its place, also where others are missing.
   * @default {those of the points}
   */
  readonly family?: readonly string[];
}

/** What can be chosen about {@link lineChart}. */
export interface LineChartOptions extends PointChartOptions {
  /** A series that others may cover, such as that of a simple rule: it is wide and pale. @default {none} */
  readonly baseline?: string;
}

/**
 * Refuses what has no place in a chart.
 *
 * @throws {RangeError} if there are no points, one is not finite, or one is not above 0 on a logarithmic axis
 */
export function checkPoints(
  points: readonly { readonly x: number; readonly y: number }[],
  action: string,
  logX = false,
): void {
  requireSome(action, "point", points);
  points.forEach(({ x, y }, index) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      throw new RangeError(`Cannot ${action}: point ${index} is at (${x}, ${y}). Pass finite numbers.`);
    }
    if (logX && x <= 0) {
      throw new RangeError(
        `Cannot ${action}: point ${index} has x = ${x}, and a logarithmic axis starts above zero. Leave logX out.`,
      );
    }
  });
}

/** The names in a field, in the order of their first appearance. */
export function namesIn<T>(rows: readonly T[], name: (row: T) => string | undefined): string[] {
  return [...new Set(rows.flatMap((row) => name(row) ?? []))];
}

/** The colour channel of series in a fixed order, by their places in the family; one series alone needs no legend. */
export function seriesColor(series: readonly string[], family: readonly string[] = series): object {
  if (series.length === 0) return { value: seriesColors[0] };
  const all = [...new Set([...family, ...series])];
  return {
    field: "series",
    type: "nominal",
    title: null,
    sort: series,
    scale: {
      domain: series,
      range: series.map((name) => seriesColors[all.indexOf(name) % seriesColors.length]),
    },
    legend: series.length > 1 ? { orient: "top", columns: 4, symbolType: "circle", symbolOpacity: 1 } : null,
  };
}

/** How a value reads on an axis, in a tooltip and in a sentence. */
export function valueFormat(format: "number" | "percent" = "number") {
  return format === "percent"
    ? { axis: { format: "~%" }, tooltip: ".2%", text: percent }
    : { axis: {}, tooltip: ".4~r", text: short };
}

export function titleOf(title: string | undefined): object {
  return title === undefined ? {} : { title };
}

/** The ticks that were asked for, or whole ones where every x is whole: Vega-Lite's own way to ask for those is lost in its 5.23. */
export function ticksOf(points: readonly ChartPoint[], { xTicks, logX }: PointChartOptions): object {
  if (xTicks !== undefined) return { values: xTicks };
  const places = points.map(({ x }) => x);
  if (logX || !places.every((place) => isWhole(place))) return {};
  return { values: wholeTicks(Math.min(...places), Math.max(...places)) };
}

/** Wide and pale, so that it is seen also where another line lies on it. */
export function baselineLook({ baseline }: LineChartOptions): object {
  if (baseline === undefined) return {};
  const only = (value: number, others: number) => ({
    condition: { test: `datum.series === ${JSON.stringify(baseline)}`, value },
    value: others,
  });
  return { strokeWidth: only(9, 2), strokeOpacity: only(0.4, 1) };
}

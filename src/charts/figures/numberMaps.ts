import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { countRange, isDark, onDark, onPale } from "../color.js";
import type { Figure } from "../figure.js";
import { count, plural, short } from "../format.js";
import { drawableSize, extent } from "../matrix.js";
import { columnsFor } from "./gridLayout.js";
import { vegaFigure } from "./vega.js";

/** What can be chosen about {@link numberMaps}. */
export interface NumberMapsOptions {
  /** One above each. */
  readonly captions?: readonly string[];
  /** What the numbers are, for tooltips: "used". @default {"value"} */
  readonly what?: string;
  /** CSS pixels per number. @default {30} */
  readonly cell?: number;
  /** Matrices in a row. @default {as many as suit their number} */
  readonly columns?: number;
}

const gap = 28;
const head = 24;

/**
 * Small matrices side by side with every number written in its cell, pale for few and dark for many, one scale for all:
 * how often each pixel is used, for instance. A zero is white with a red edge. Sizes may differ.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, one is empty, ragged or not finite, or captions are not as many
 */
export function numberMaps(maps: readonly Matrix[], options: NumberMapsOptions = {}): Figure {
  requireOptions("draw the numbers", options, ["captions", "what", "cell", "columns"]);
  const { what = "value", cell = 30, captions } = options;
  requireSome("draw the numbers", "matrix", maps);
  requireOneEach("draw the numbers", { maps, captions });
  const sizes = maps.map((map) => drawableSize(map, "draw the numbers"));
  const width = Math.max(...sizes.map((size) => size.width)) * cell;
  const height = Math.max(...sizes.map((size) => size.height)) * cell;
  const widest = Math.max(0, ...(captions ?? []).map((caption) => 7.2 * caption.length));
  const pitch = { x: Math.max(width, widest) + gap, y: height + head + gap / 2 };
  const columns = columnsFor(maps.length, pitch.x, options.columns);
  const most = Math.max(1e-9, extent(maps)[1]);
  const spec = {
    width: Math.min(columns, maps.length) * pitch.x - gap,
    height: Math.ceil(maps.length / columns) * pitch.y - gap / 2,
    padding: 8,
    scales: [
      {
        name: "shade",
        type: "quantize", // in steps too small to be seen, so that the PNG gets a palette
        domain: [0, most],
        range: { scheme: countRange.slice(1, 8), count: 24 },
      },
    ],
    marks: maps.map((map, index) => ({
      type: "group",
      encode: {
        update: {
          x: { value: (index % columns) * pitch.x },
          y: { value: Math.floor(index / columns) * pitch.y },
        },
      },
      data: [{ name: "cells", values: cellsOf(map) }],
      marks: [caption(captions?.[index] ?? ""), ...cellMarks(cell, what)],
    })),
  };
  return vegaFigure(spec, describe(maps, captions, what));
}

function cellsOf(map: Matrix) {
  return map.flatMap((values, row) =>
    values.map((value, column) => ({ row, column, value, text: short(value) })),
  );
}

function caption(words: string): object {
  return {
    type: "text",
    style: "guide-label",
    encode: { update: { text: { value: words }, y: { value: 12 }, fontSize: { value: 12 } } },
  };
}

function cellMarks(cell: number, what: string): object[] {
  return [
    {
      type: "rect",
      from: { data: "cells" },
      encode: {
        update: {
          x: { signal: `datum.column * ${cell}` },
          y: { signal: `${head} + datum.row * ${cell}` },
          width: { value: cell - 1 },
          height: { value: cell - 1 },
          fill: [{ test: "datum.value == 0", value: "#ffffff" }, { signal: "scale('shade', datum.value)" }],
          stroke: [{ test: "datum.value == 0", value: "#c92a2a" }, { value: "#8a8a8a" }],
          strokeWidth: { value: 0.5 },
          tooltip: {
            signal: `{'row': datum.row, 'column': datum.column, ${JSON.stringify(what)}: datum.value}`,
          },
        },
      },
    },
    {
      type: "text",
      from: { data: "cells" },
      interactive: false,
      encode: {
        update: {
          text: { field: "text" },
          x: { signal: `(datum.column + 0.5) * ${cell} - 0.5` },
          y: { signal: `${head} + (datum.row + 0.5) * ${cell}` },
          align: { value: "center" },
          baseline: { value: "middle" },
          fontSize: { value: Math.min(13, 0.45 * cell) },
          fill: [
            { test: "datum.value == 0", value: "#c92a2a" },
            { test: isDark("scale('shade', datum.value)"), value: onDark },
            { value: onPale },
          ],
        },
      },
    },
  ];
}

function describe(maps: readonly Matrix[], captions: readonly string[] | undefined, what: string): string {
  const parts = maps.map((map, index) => {
    const [least, most] = extent([map]);
    const name = captions?.[index] ?? `${map.length} x ${map[0]?.length}`;
    const rows =
      map.length * (map[0]?.length ?? 0) <= 49
        ? `: ${map.map((row) => row.map(count).join(" ")).join(" / ")}`
        : "";
    return `${name}, ${short(least)} to ${short(most)}${rows}`;
  });
  return `${plural(maps.length, "map")}, ${what}: ${parts.join("; ")}.`;
}

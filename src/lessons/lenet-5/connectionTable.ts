import { requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import { requireIndex } from "../../arithmetic/whole.js";
import { countRange } from "../../charts/color.js";
import { compileVegaLite } from "../../charts/drawing/draw.js";
import type { Figure } from "../../charts/figure.js";
import { namesIn } from "../../charts/figures/points.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { plural } from "../../charts/format.js";
import { themedText } from "../explorer/themedText.js";

/**
 * Rows as text: a notebook writes each number of a list on a line of its own. The first columns are read as numbers, since texts
 * would stand in the order 0, 1, 10, 11.
 */
const asCsv = (columns: readonly string[], rows: readonly (readonly (string | number)[])[], maps = 1) => ({
  values: [columns, ...rows].map((row) => row.join(",")).join("\n"),
  format: { type: "csv", parse: Object.fromEntries(columns.slice(0, maps).map((name) => [name, "number"])) },
});

/** What can be chosen about {@link connectionTable}. */
export interface ConnectionTableOptions {
  /** What reads: "C3". @default {"output"} */
  readonly to?: string;
  /** What is read: "S2". @default {"input"} */
  readonly from?: string;
  readonly title?: string;
}

/**
 * Which maps read which: a column for each output map, a row for each input map, a filled cell for a link. Columns with more
 * links are darker; the sums stand below and on the right.
 *
 * @param connections for each output map the input maps it reads, numbered from 0
 * @param inputs how many input maps there are
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no output map, or a map that is read is none of the inputs
 */
export function connectionTable(
  connections: readonly (readonly number[])[],
  inputs: number,
  options: ConnectionTableOptions = {},
): Figure {
  requireOptions("draw the connections", options, ["to", "from", "title"]);
  const { from = "input", to = "output" } = options;
  requireSome("draw the table", "list of maps", connections);
  for (const map of connections.flat()) requireIndex("draw the table", { map }, inputs);
  const cells = connections.flatMap((list, output) =>
    Array.from({ length: inputs }, (_, input) => [
      input,
      output,
      list.includes(input) ? "linked" : "not linked",
      list.includes(input) ? list.length : 0,
    ]),
  );
  const rowSums = Array.from({ length: inputs }, (_, input) => [
    input,
    connections.filter((list) => list.includes(input)).length,
  ]);
  const columnSums = connections.map((list, output) => [output, list.length]);
  const cell = 28;
  const axis = { domain: false, ticks: false, labelAngle: 0, grid: false };
  const x = {
    field: "output",
    type: "ordinal",
    title: `${to} map (links below)`,
    axis: { ...axis, orient: "top" },
  };
  const y = { field: "input", type: "ordinal", title: `${from} map`, axis };
  const label = { type: "text", style: "guide-label", fontSize: 12 };
  const counts = connections.map((list) => list.length).sort((a, b) => a - b);
  const shades = namesIn(counts, String).map(Number);
  const spec = {
    ...(options.title === undefined ? {} : { title: { text: options.title, anchor: "start" } }),
    width: cell * connections.length,
    height: cell * inputs,
    layer: [
      {
        data: asCsv(["input", "output", "linked", "links"], cells, 2),
        mark: { type: "rect", stroke: "#8a8a8a", strokeWidth: 0.7 },
        encoding: {
          x,
          y,
          color: {
            field: "links",
            type: "ordinal",
            scale: {
              domain: ["0", ...shades.map(String)],
              range: ["transparent", ...shades.map((_, index) => countRange[Math.min(8, 4 + index)])],
            },
            legend: null,
          },
          tooltip: [
            { field: "input", type: "quantitative", title: `${from} map` },
            { field: "output", type: "quantitative", title: `${to} map` },
            { field: "linked", type: "nominal", title: "link" },
          ],
        },
      },
      {
        data: asCsv(["output", "sum"], columnSums),
        mark: { ...label, align: "center" },
        encoding: { x, y: { value: cell * inputs + 14 }, text: { field: "sum", type: "quantitative" } },
      },
      {
        data: asCsv(["input", "sum"], rowSums),
        mark: { ...label, align: "left" },
        encoding: {
          x: { value: cell * connections.length + 8 },
          y,
          text: { field: "sum", type: "quantitative" },
        },
      },
      // Room for the sums: a chart keeps the size it is first drawn with.
      {
        data: { values: [{}] },
        mark: { type: "point", opacity: 0 },
        encoding: { x: { value: cell * connections.length + 30 }, y: { value: cell * inputs + 24 } },
      },
    ],
    config: { view: { stroke: null } },
  };
  const groups = shades.map((links) => `${counts.filter((each) => each === links).length} with ${links}`);
  const all = connections.flat().length;
  const rows = rowSums.map(([, sum]) => sum).join(", ");
  return vegaFigure(
    themedText(compileVegaLite(spec)),
    `${plural(connections.length, `${to} map`)} read ${inputs} ${from} maps over ${all} of ${connections.length * inputs} possible links: ` +
      `${groups.join(", ")} links. Each ${from} map is read this often: ${rows}.`,
  );
}

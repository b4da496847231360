import { counting, filter, formula, rowAndColumn } from "../explorer/transforms.js";

// What the threshold explorer computes, in Vega's language, from its signals.

/** Where the middle of a large pixel lies between the middles of the small ones: linear, held at the ends. */
const place = (axis: string) =>
  `clamp((datum.${axis} + 0.5) * small / side - 0.5, 0, small - 1) - datum.${axis}0`;
const before = (axis: string) =>
  `min(floor(clamp((datum.${axis} + 0.5) * small / side - 0.5, 0, small - 1)), small - 2)`;

/** One row for each pixel of the enlarged map. Made anew whenever a control moves, so that nothing old stays in a row. */
const pixels = {
  name: "pixels",
  transform: [
    counting("side * side - 0.9 + 0.4 * threshold + 0.001 * number"),
    ...rowAndColumn("data", "side", ["y", "x"]),
    formula("y0", before("y")),
    formula("x0", before("x")),
    formula("down", place("y")),
    formula("across", place("x")),
    formula("at", "datum.y0 * small + datum.x0"),
    formula("upper", "map[datum.at] * (1 - datum.across) + map[datum.at + 1] * datum.across"),
    formula("lower", "map[datum.at + small] * (1 - datum.across) + map[datum.at + small + 1] * datum.across"),
    formula("value", "datum.upper * (1 - datum.down) + datum.lower * datum.down"),
  ],
};

/** The largest value, and the first pixel that has it. */
const peak = {
  name: "peak",
  source: "pixels",
  transform: [
    { type: "window", sort: { field: ["value", "data"], order: ["descending", "ascending"] }, ops: ["row_number"], as: ["rank"] },
    filter("datum.rank == 1"),
  ],
}; // biome-ignore format: one line each

/** Straight runs of pixels in four directions: a number that grows by one along each. */
const directions = {
  row: "datum.y * 1024 + datum.x",
  column: "datum.x * 1024 + datum.y",
  falling: "(datum.y - datum.x + side) * 1024 + datum.y",
  rising: "(datum.y + datum.x) * 1024 + datum.y",
};

/** The pixels above the threshold, and for each direction the run it belongs to. */
const above = {
  name: "above",
  source: "pixels",
  transform: [
    filter("data('peak')[0].value > 0 && datum.value > threshold * data('peak')[0].value"),
    formula("label0", "datum.data"),
    ...Object.entries(directions).flatMap(([name, order]) => [
      formula(`${name}Order`, order),
      {
        type: "window",
        sort: { field: `${name}Order` },
        ops: ["lag"],
        fields: [`${name}Order`],
        as: [`${name}Before`],
      },
      formula(`${name}Start`, `datum.${name}Before === datum.${name}Order - 1 ? 0 : 1`),
      {
        type: "window",
        sort: { field: `${name}Order` },
        ops: ["sum"],
        fields: [`${name}Start`],
        as: [`${name}Run`],
      },
    ]),
  ],
};

/**
 * How often labels spread. All pixels of a run take the smallest label in it, direction after direction; so a label runs
 * through a blob in a few rounds. A long spiral would need more.
 */
const rounds = 8;

/** Pixels that touch at edges or corners end with one label: the number of the first pixel of their piece. */
const labelled = {
  name: "labelled",
  source: "above",
  transform: [
    ...Array.from({ length: 4 * rounds }, (_, pass) => ({
      type: "joinaggregate",
      groupby: [`${Object.keys(directions)[pass % 4]}Run`],
      ops: ["min"],
      fields: [`label${pass}`],
      as: [`label${pass + 1}`],
    })),
    formula("label", `datum.label${4 * rounds}`),
  ],
};

/** One row for each piece. */
const components = {
  name: "components",
  source: "labelled",
  transform: [
    {
      type: "aggregate",
      groupby: ["label"],
      fields: ["label", "y", "x", "y", "x"],
      ops: ["count", "min", "min", "max", "max"],
      as: ["count", "top", "left", "lastRow", "lastColumn"],
    },
  ],
};

/** The largest piece, the first in row order of equals, with its box and the overlap with the truth. */
const largest = {
  name: "largest",
  source: "components",
  transform: [
    {
      type: "window",
      sort: { field: ["count", "label"], order: ["descending", "ascending"] },
      ops: ["row_number", "count"],
      as: ["rank", "pieces"],
      frame: [null, null],
    },
    filter("datum.rank == 1"),
    formula("bottom", "datum.lastRow + 1"),
    formula("right", "datum.lastColumn + 1"),
    formula("high", "max(0, min(datum.bottom, truth.bottom) - max(datum.top, truth.top))"),
    formula("wide", "max(0, min(datum.right, truth.right) - max(datum.left, truth.left))"),
    formula("shared", "datum.high * datum.wide"),
    formula("own", "(datum.bottom - datum.top) * (datum.right - datum.left)"),
    formula("true", "(truth.bottom - truth.top) * (truth.right - truth.left)"),
    formula("overlap", "datum.shared / (datum.own + datum.true - datum.shared)"),
  ],
};

export const thresholdData: readonly object[] = [pixels, peak, above, labelled, components, largest];

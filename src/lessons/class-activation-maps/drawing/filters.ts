import { heading, text } from "../../explorer/marks.js";
import { choice, computed, slider } from "../../explorer/signals.js";
import { edgeColor, pointed } from "../../explorer/style.js";
import { counting, formula, rowAndColumn } from "../../explorer/transforms.js";
import { hairline, signal, squares, stepped, tooltipOf, value } from "./squares.js";

// The lower row of the drawing explorer: what the network sees, its eight filters, and the one weight that can be changed.

const top = 306;
/** How much lower the row stands on a narrow screen, where it has two lines of four filters. */
export const filtersDown = 346;
const line = 101;
const filters = { x: 104, pitch: 58, kernel: 12, map: 10 / 3 };
const places = Array.from({ length: 9 }, (_, place) => `row ${Math.floor(place / 3)}, column ${place % 3}`);
const across = (filter: string) => `${filters.pitch} * (narrow ? ${filter} % 4 : ${filter})`;
const down = (filter: string) => `(narrow ? ${line} * floor(${filter} / 4) : 0)`;
const numbers = Array.from({ length: 8 }, (_, filter) => String(filter + 1));

/** @param kernels the 8 x 9 trained weights, filter by filter */
export function filterSignals(kernels: readonly number[]) {
  return [
    {
      ...choice("filter", "change in filter", "1", numbers),
      on: [{ events: "@kernel:click", update: "'' + (datum.filter + 1)" }],
    },
    {
      ...choice("place", "the weight in", places[4] as string, places),
      on: [{ events: "@kernel:click", update: "placeNames[datum.place]" }],
    },
    { name: "placeNames", value: places },
    computed("trained", JSON.stringify(kernels)),
    computed("chosen", "9 * (toNumber(filter) - 1) + indexof(placeNames, place)"),
    {
      ...slider("weight", "to", kernels[4] as number, [-3, 3, 0.01]),
      on: [
        { events: { signal: "chosen" }, update: "trained[chosen]" },
        { events: "@restore:click", update: "trained[chosen]" },
      ],
    },
    computed("changed", "weight != trained[chosen]"),
    computed("kernels", "pluck(data('kernels'), 'weight')"),
    { name: "largest", value: Math.max(...kernels.map(Math.abs)) },
  ];
}

/** The eight filters, and one row for each of their weights. */
export const filterData = [
  { name: "filters", transform: [counting(8, "index")] },
  {
    name: "kernels",
    transform: [
      counting(72, "index"),
      formula("filter", "floor(datum.index / 9)"),
      formula("place", "datum.index % 9"),
      ...rowAndColumn("place", 3),
      formula("weight", "datum.index == chosen ? weight : trained[datum.index]"),
      formula("marked", "datum.index == chosen"),
    ],
  },
];

const kernelSide = 3 * filters.kernel;

const kernelMarks = [
  {
    type: "rect",
    from: { data: "filters" },
    interactive: false,
    encode: {
      update: {
        x: signal(`${filters.x - hairline} + ${across("datum.index")}`),
        y: signal(`${top - hairline} + ${down("datum.index")}`),
        width: value(kernelSide + hairline),
        height: value(kernelSide + hairline),
        fill: value(edgeColor),
      },
    },
  },
  squares(
    "kernels",
    { x: filters.x, y: top, cell: filters.kernel },
    {
      x: signal(`${filters.x} + ${across("datum.filter")} + ${filters.kernel} * datum.column`),
      y: signal(`${top} + ${down("datum.filter")} + ${filters.kernel} * datum.row`),
      width: value(filters.kernel - hairline),
      height: value(filters.kernel - hairline),
      fill: stepped("kernel", "datum.weight / largest"),
      stroke: value(pointed),
      strokeWidth: signal("datum.marked ? 3 : 0"),
      zindex: signal("datum.marked ? 1 : 0"),
      cursor: value("pointer"),
      tooltip: signal(
        "'filter ' + (datum.filter + 1) + ', ' + placeNames[datum.place] + ': ' + format(datum.weight, '.2f')",
      ),
    },
    { name: "kernel" },
  ),
];

const mapsTop = top + 3 * filters.kernel + 8;

const maps = squares(
  "answers",
  { x: filters.x, y: mapsTop, cell: filters.map },
  {
    x: signal(`${filters.x} + ${across("datum.filter")} + ${filters.map} * datum.column`),
    y: signal(`${mapsTop} + ${down("datum.filter")} + ${filters.map} * datum.row`),
    fill: stepped("map", "datum.answer / answerTop"),
    tooltip: tooltipOf("answer", "datum.answer"),
  },
);

const bottom = mapsTop + 14 * filters.map + 18;
/** Where the words begin. */
export const below = { wide: bottom, narrow: bottom + line + filtersDown };
export const belowNow = `narrow ? ${below.narrow} : ${below.wide}`;

/** What is changed. */
export const changeWords =
  "'Filter ' + filter + ', ' + place + ': trained ' + format(trained[chosen], '.2f') + (changed ? ', now ' + format(weight, '.2f') : '')";

/** The way back, below the pictures. */
const undo = {
  ...text(
    "changed ? 'Undo, or choose another weight' : ''",
    signal(`narrow ? 0 : ${filters.x + 240}`),
    signal(`${bottom} + (narrow ? ${line - 14} : 0)`),
    {
      fill: value("#2f7fd6"),
      fontWeight: value("bold"),
      cursor: value("pointer"),
    },
  ),
  name: "restore",
  interactive: true,
};

export const filterMarks: readonly object[] = [
  heading("What it sees", 0, top - 12),
  squares(
    "cam",
    { x: 0, y: top, cell: 6 },
    { fill: stepped("ink", "datum.ink"), tooltip: tooltipOf("ink", "datum.ink") },
  ),
  heading("Eight filters and their answers", filters.x, top - 12),
  ...kernelMarks,
  maps,
  undo,
];

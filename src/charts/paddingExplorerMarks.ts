import { countRange } from "./color.js";

/** How the padding explorer looks: its data are in `paddingExplorerRules.ts`. */

const mark = "#e8762c"; // what belongs to the window pointed at
const line = "#8a8a8a"; // legible on white and on dark gray

const text = (expression: string, x: object, y: object, more: object = {}) => ({
  type: "text",
  style: "guide-label",
  interactive: false,
  encode: { update: { text: { signal: expression }, x, y, fontSize: { value: 12 }, ...more } },
});
const heading = (words: string, x: number, y: number) =>
  text(`'${words}'`, { value: x }, { value: y }, { fontWeight: { value: "bold" }, fontSize: { value: 13 } });

/** Colour of a pixel by how often it is used; white for never, nothing for padding. */
const shade = (most: string) => [
  { test: "!datum.real", value: "transparent" },
  { test: "datum.uses == 0", value: "#ffffff" },
  { signal: `scale('uses', datum.uses / ${most})` },
];
/** Ink that can be read on that colour. */
const ink = (most: string) => [
  { test: "!datum.real", value: line },
  { test: "datum.unseen", value: "#c92a2a" },
  { test: `datum.uses > 0.6 * ${most}`, value: "#ffffff" },
  { value: "#222222" },
];
const most1 = "max(1, kernel)";
const most2 = "max(1, data('most')[0].uses)";

const tooltip = (place: string) =>
  `datum.real ? {${place}, 'used': datum.uses + (datum.uses == 1 ? ' time' : ' times')} : {'padding': 'a zero, no pixel'}`;

const formula = [
  `'reach of the kernel:  (' + kernel + ' - 1) · ' + dilation + ' + 1 = ' + reach`,
  `'padding:  ' + before + (before == 1 ? ' zero' : ' zeros') + ' before, ' + after + ' after' + (padding == 'same' ? '   (in all max(0, (ceil(' + length + ' / ' + stride + ') - 1) · ' + stride + ' + ' + reach + ' - ' + length + ') = ' + sameTotal + ')' : '')`,
  `outputs == 0 ? 'outputs:  none, a window of ' + reach + ' does not fit into ' + padded : 'outputs:  floor((' + length + ' + ' + before + ' + ' + after + ' - ' + reach + ') / ' + stride + ') + 1 = ' + outputs`,
  `'left over at the end: ' + leftOver + ';   seen by no window: ' + (data('unseen')[0] ? data('unseen')[0].count : 0) + ' of ' + length + ' pixels'`,
];

const oneAxis = {
  type: "group",
  encode: { update: { y: { value: 96 } } },
  marks: [
    heading("One axis: every pixel with the number of windows that take it", 0, 0),
    {
      type: "rect",
      from: { data: "pixels" },
      encode: {
        update: {
          x: { signal: "(datum.place + before) * cell" },
          width: { signal: "cell - 1" },
          y: { value: 12 },
          height: { value: 26 },
          fill: shade(most1),
          stroke: [{ test: "datum.unseen", value: "#c92a2a" }, { value: line }],
          strokeDash: [{ test: "datum.real", value: [] }, { value: [3, 2] }],
          tooltip: { signal: tooltip("'pixel': datum.place") },
        },
      },
    },
    {
      type: "text",
      from: { data: "pixels" },
      interactive: false,
      encode: {
        update: {
          text: { signal: "datum.real ? datum.uses : cell < 14 ? '' : 'zero'" },
          x: { signal: "(datum.place + before + 0.5) * cell" },
          y: { value: 25 },
          align: { value: "center" },
          baseline: { value: "middle" },
          fontSize: { signal: "datum.real ? min(13, cell * 0.7) : min(11, cell * 0.4)" },
          fill: ink(most1),
        },
      },
    },
    {
      type: "rect",
      name: "windowCells",
      from: { data: "taps" },
      encode: {
        update: {
          x: { signal: "(datum.place + before) * cell" },
          width: { signal: "cell - 1" },
          y: { signal: "46 + datum.output * line" },
          height: { signal: "line - 2" },
          fill: [{ test: "datum.output == column", value: mark }, { value: "#74c476" }],
          cursor: { value: "pointer" },
          tooltip: {
            signal:
              "{'output': datum.output, 'weight': datum.step, 'takes': datum.place >= 0 && datum.place < length ? 'pixel ' + datum.place : 'a zero'}",
          },
        },
      },
    },
  ],
};

const twoAxes = {
  type: "group",
  encode: { update: { y: { signal: "96 + 46 + max(outputs, 1) * line + 30" } } },
  marks: [
    heading("Two axes: how often each pixel is used", 0, 0),
    heading("The output: point at one, or tap it", 360, 0),
    {
      type: "rect",
      from: { data: "square" },
      encode: {
        update: {
          x: { signal: "(datum.column.place + before) * square" },
          y: { signal: "12 + (datum.row.place + before) * square" },
          width: { signal: "square - 1" },
          height: { signal: "square - 1" },
          fill: shade(most2),
          stroke: [
            { test: "datum.taken", value: mark },
            { test: "datum.unseen", value: "#c92a2a" },
            { value: line },
          ],
          strokeWidth: [{ test: "datum.taken", value: 2.5 }, { value: 0.5 }],
          strokeDash: [{ test: "datum.real || datum.taken", value: [] }, { value: [3, 2] }],
          zindex: [{ test: "datum.taken", value: 1 }, { value: 0 }],
          tooltip: { signal: tooltip("'row': datum.row.place, 'column': datum.column.place") },
        },
      },
    },
    {
      type: "text",
      from: { data: "square" },
      interactive: false,
      encode: {
        update: {
          text: { signal: "datum.real && square >= 13 ? datum.uses : ''" },
          x: { signal: "(datum.column.place + before + 0.5) * square" },
          y: { signal: "12 + (datum.row.place + before + 0.5) * square" },
          align: { value: "center" },
          baseline: { value: "middle" },
          fontSize: { signal: "min(12, square * 0.6)" },
          fill: ink(most2),
        },
      },
    },
    {
      type: "rect",
      name: "outputCells",
      from: { data: "results" },
      encode: {
        update: {
          x: { signal: "360 + datum.column.output * square" },
          y: { signal: "12 + datum.row.output * square" },
          width: { signal: "square - 1" },
          height: { signal: "square - 1" },
          fill: [
            { test: "datum.row.output == row && datum.column.output == column", value: mark },
            { value: "#c8c8c8" },
          ],
          cursor: { value: "pointer" },
          tooltip: { signal: "{'output row': datum.row.output, 'output column': datum.column.output}" },
        },
      },
    },
  ],
};

export const paddingMarks: readonly object[] = [
  ...formula.map((expression, index) => text(expression, { value: 0 }, { value: 12 + 18 * index })),
  oneAxis,
  twoAxes,
];

export const paddingScales: readonly object[] = [
  { name: "uses", type: "linear", domain: [0, 1], range: countRange.slice(1, 8) },
];

import { countRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { heading, text, wordsAt } from "../explorer/marks.js";
import { alarm, edgeColor, pointed, taken } from "../explorer/style.js";
import { outputCells } from "./outputSquare.js";
import { paddingData, paddingSignals } from "./paddingRules.js";

/** From which to which row, or column, the chosen window reaches. */
const reachOf = (axis: "row" | "column") =>
  `${axis} * stride - before) + ' to ' + (${axis} * stride - before + reach - 1`;

/** The formula with its numbers. */
const words = [
  `'reach of the kernel:  (' + kernel + ' - 1) · ' + dilation + ' + 1 = ' + reach`,
  `'padding:  ' + before + (before == 1 ? ' zero' : ' zeros') + ' before, ' + after + ' after' + (paddingRule == 'same' ? '   (in all max(0, (ceil(' + length + ' / ' + stride + ') - 1) · ' + stride + ' + ' + reach + ' - ' + length + ') = ' + sameTotal + ')' : '')`,
  `outputs == 0 ? 'outputs:  none, a window of ' + reach + ' does not fit into ' + padded : 'outputs:  floor((' + length + ' + ' + before + ' + ' + after + ' - ' + reach + ') / ' + stride + ') + 1 = ' + outputs`,
  `'left over at the end: ' + leftOver + ';   seen by no window: ' + (data('unseen')[0] ? data('unseen')[0].count : 0) + ' of ' + length + ' pixels'`,
  `outputs == 0 ? '' : 'the output at row ' + row + ', column ' + column + ' takes rows ' + (${reachOf("row")}) + ', columns ' + (${reachOf("column")}) + (dilation > 1 ? ', every ' + dilation + (dilation == 2 ? 'nd' : 'rd') + ' of each' : '')`,
];

/** Colour of a pixel by how often it is used; white for never, nothing for padding. */
const shade = (most: string) => [
  { test: "!datum.real", value: "transparent" },
  { test: "datum.uses == 0", value: "#ffffff" },
  { signal: `scale('uses', datum.uses / ${most})` },
];
/** Ink that can be read on that colour. */
const ink = (most: string) => [
  { test: "datum.unseen", value: alarm },
  { test: `datum.uses > 0.6 * ${most}`, value: "#ffffff" },
  { value: "#222222" },
];

/** What a pixel says when it is pointed at. */
const tooltip = (place: string) =>
  `datum.real ? {${place}, 'used': datum.uses + (datum.uses == 1 ? ' time' : ' times')} : {'padding': 'a zero, no pixel'}`;

const most1 = "max(1, kernel)";

/** Where the parts begin, below the words. */
const oneTop = 98;
const twoTop = `${oneTop} + 40 + max(outputs, 1) * line + 24`;
const outputLeft = 300;

const middleOfCell = { signal: "(datum.place + before + 0.5) * cell" };

/** One axis: pixels in a row, and below them each window in a line of its own. */
const oneAxis: object = {
  type: "group",
  encode: { update: { y: { value: oneTop } } },
  marks: [
    heading("One axis: every pixel with the number of windows that take it", 0, 0),
    {
      type: "rect",
      from: { data: "pixels" },
      encode: {
        update: {
          x: { signal: "(datum.place + before) * cell" },
          width: { signal: "cell - 1" },
          y: { value: 10 },
          height: { value: 24 },
          fill: shade(most1),
          stroke: [{ test: "datum.unseen", value: alarm }, { value: edgeColor }],
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
          text: { signal: "datum.real ? datum.uses : ''" },
          x: middleOfCell,
          y: { value: 22 },
          align: { value: "center" },
          baseline: { value: "middle" },
          fontSize: { signal: "min(13, cell * 0.7)" },
          fill: ink(most1),
        },
      },
    },
    {
      ...text("datum.real || cell < 16 ? '' : 'zero'", 0, 22, {
        x: middleOfCell,
        align: { value: "center" },
        baseline: { value: "middle" },
        fontSize: { signal: "min(11, cell * 0.42)" },
      }),
      from: { data: "pixels" },
    },
    {
      type: "rect",
      name: "windowCells",
      from: { data: "taps" },
      encode: {
        update: {
          x: { signal: "(datum.place + before) * cell" },
          width: { signal: "cell - 1" },
          y: { signal: "40 + datum.output * line" },
          height: { signal: "line * 0.85" },
          fill: [{ test: "datum.output == column", value: pointed }, { value: taken }],
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

const most2 = "max(1, data('most')[0].uses)";

/** Two axes: the pixels as a square, beside it the output to point at. */
const twoAxes: object = {
  type: "group",
  encode: { update: { y: { signal: twoTop } } },
  marks: [
    heading("Two axes: how often each pixel is used", 0, 0),
    heading("The output: point at one, or tap it", outputLeft, 0),
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
            { test: "datum.taken", value: pointed },
            { test: "datum.unseen", value: alarm },
            { value: edgeColor },
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
    outputCells("output", outputLeft, 12, "square"),
  ],
};

/**
 * A window that slides along one axis and along two, with sliders for length, kernel, stride, dilation and padding: which
 * pixels each window takes, what is padded on which side, how often each pixel is used, which ones no window sees, and the
 * formula with its numbers. Pointing at an output marks its window. Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/04-padding-and-stride.ipynb
 */
export function paddingExplorer(): Figure {
  return explorerFigure(
    {
      width: 566,
      height: 460,
      signals: paddingSignals,
      data: paddingData,
      scales: [{ name: "uses", type: "linear", domain: [0, 1], range: countRange.slice(1, 8) }],
      marks: [wordsAt(0, 12, 16), oneAxis, twoAxes],
    },
    {
      about:
        "A sliding window, with sliders for length, kernel, stride, dilation and padding, and for the row and column of the output " +
        "whose window is marked.",
      asDrawn:
        "8 pixels, kernel 3, stride 1, dilation 1, padding same: 1 zero before, 1 after, floor((8 + 1 + 1 - 3) / 1) + 1 = 8 " +
        "outputs. Along one axis the pixels are used 2, 3, 3, 3, 3, 3, 3, 2 times; on two axes a corner 4 times, an edge 6 " +
        "times, the inside 9 times.",
      words,
    },
  );
}

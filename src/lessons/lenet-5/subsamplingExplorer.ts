import type { Matrix } from "../../arithmetic/matrix.js";
import { diverging, hex, setColors } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { drawableSize } from "../../charts/matrix.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { box, cells, frame, heading, wordsAt } from "../explorer/marks.js";
import { movable, over, radio, slider } from "../explorer/signals.js";
import { subsamplingData } from "./subsamplingRules.js";

/**
 * What a coefficient and a bias turn the same four inputs into. With inputs of 1 (found) and -1 (not found) the sum of four is
 * -4, -2, 0, 2 or 4: OR has its threshold between the first two, AND between the last two.
 */
const characters = { blur: [0.25, 0], "noisy OR": [2, 6], "noisy AND": [2, -6] } as const;

const follow = (place: 0 | 1) =>
  `{${Object.entries(characters)
    .map(([name, values]) => `'${name}': ${values[place]}`)
    .join(", ")}}[character]`;

/** A row or a column of the output; a place of the input belongs to the window around it. */
const spot = (name: string, axis: "row" | "column", places: number) =>
  movable(
    movable(
      slider(name, `window: ${axis}`, Math.floor(places / 2), [0, places - 1]),
      over("outputs"),
      `datum.${axis}`,
    ),
    over("inputs"),
    `floor(datum.${axis} / 2)`,
  );

const controls = (places: number) => [
  radio("character", "start from", "blur", Object.keys(characters)),
  movable(
    slider("coefficient", "coefficient w", characters.blur[0], [-1, 4, 0.05]),
    { signal: "character" },
    follow(0),
  ),
  movable(slider("bias", "bias b", characters.blur[1], [-12, 12, 0.25]), { signal: "character" }, follow(1)),
  spot("spotRow", "row", places),
  spot("spotColumn", "column", places),
];

/** Side of a picture in CSS pixels. */
const panel = 168; // whole picture pixels for maps of 28 and 14
const top = 24;
const gap = 18;
const curveLeft = 2 * panel + gap + 58;
const curveWidth = 156;

/** A map of `count` numbers a side, the marked window framed. */
const picture = (left: number, name: string, data: string, count: string) => ({
  type: "group",
  encode: { enter: box(left, top, panel, panel) },
  scales,
  marks: [
    cells(
      { data, cell: `${panel} / ${count}`, name },
      {
        fill: { scale: "activation", field: "value" },
        tooltip: {
          signal: "'row ' + datum.row + ', column ' + datum.column + ': ' + format(datum.value, '.3~f')",
        },
      },
    ),
    frame(`spotColumn * ${panel} / places`, `spotRow * ${panel} / places`, `${panel} / places`),
  ],
});

const scales = [
  {
    name: "activation",
    type: "quantize", // in steps too small to be seen, so that the PNG gets a palette
    domain: [-1.7159, 1.7159],
    range: Array.from({ length: 49 }, (_, step) => hex(diverging(step / 48))),
  },
];

const curve = {
  type: "group",
  encode: { enter: box(curveLeft, top, curveWidth, panel) },
  scales: [
    { name: "x", type: "linear", domain: [-8, 7], range: [0, curveWidth] },
    { name: "y", type: "linear", domain: [-1.9, 1.9], range: [panel, 0] },
  ],
  axes: [
    { scale: "x", orient: "bottom", title: "sum of the four inputs", values: [-4, -2, 0, 2, 4] },
    { scale: "y", orient: "left", title: "output", values: [-1, 0, 1], grid: true, gridOpacity: 0.4 },
  ],
  marks: [
    {
      type: "line",
      from: { data: "curve" },
      encode: {
        update: {
          x: { scale: "x", field: "sum" },
          y: { scale: "y", field: "value" },
          stroke: { value: setColors.training },
          strokeWidth: { value: 2 },
        },
      },
    },
    {
      type: "symbol",
      from: { data: "found" },
      encode: {
        update: {
          x: { scale: "x", field: "sum" },
          y: { scale: "y", field: "value" },
          size: { value: 70 },
          fill: { value: setColors.test },
          tooltip: {
            signal:
              "datum.count + ' of 4 inputs are 1, the others -1: output ' + format(datum.value, '.3~f')",
          },
        },
      },
    },
    {
      type: "text",
      style: "guide-label",
      interactive: false,
      from: { data: "found" },
      encode: {
        update: {
          x: { scale: "x", field: "sum", offset: -6 },
          y: { scale: "y", field: "value", offset: -5 },
          text: { signal: "datum.count + ' of 4'" },
          align: { value: "right" },
          fontSize: { value: 10 },
        },
      },
    },
  ],
};

const number = (expression: string) => `format(${expression}, '.3~f')`;

const spotted = "data('spotted')[0]";
const four = ["a", "b", "c", "d"].map((name) => number(`${spotted}.${name}`)).join(" + ' + ' + ");

const words = [
  `'the window of row ' + spotRow + ', column ' + spotColumn + ': ' + ${four} + ' = ' + ${number(`${spotted}.sum`)}`,
  `'sum · w + b = ' + ${number(`${spotted}.sum`)} + ' · ' + ${number("coefficient")} + ' + ' + ${number("bias")} + ' = ' + ${number(`${spotted}.activation`)}`,
  `'average · 4w + b = ' + ${number(`${spotted}.sum / 4`)} + ' · ' + ${number("4 * coefficient")} + ' + ' + ${number("bias")} + ' = ' + ${number(`${spotted}.sum / 4 * 4 * coefficient + bias`)}`,
  `'output: 1.7159 · tanh(2/3 · ' + ${number(`${spotted}.activation`)} + ') = ' + ${number(`${spotted}.value`)}`,
];

const marks: readonly object[] = [
  heading("A feature map", 0, 14),
  heading("Subsampled", panel + gap, 14),
  heading("Output against the sum", curveLeft, 14),
  picture(0, "inputs", "inputCells", "side"),
  picture(panel + gap, "outputs", "outputCells", "places"),
  curve,
  wordsAt(0, top + panel + 56, 19),
];

/**
 * A feature map and what trainable subsampling makes of it: windows of 2x2, their sum times a coefficient, plus a bias, squashed
 * by 1.7159·tanh(2/3 a). Sliders for both numbers, a curve of output against sum with the five sums of found and not found,
 * and one window, marked by the pointer or by sliders, written out by sum and by average. Computed inside the specification.
 *
 * @param map activations, about -1 … 1, with even sides
 * @throws {RangeError} if the map is no square with an even side
 * @see notebooks/09-lenet-5.ipynb
 */
export function subsamplingExplorer(map: Matrix): Figure {
  const { height, width } = drawableSize(map, "explore subsampling");
  if (height !== width || height % 2 !== 0) {
    throw new RangeError(
      `Cannot explore subsampling of ${height}x${width} numbers by 2x2 windows. Give a square with an even side.`,
    );
  }
  const places = height / 2;
  const spec = {
    width: 566,
    height: top + panel + 118,
    signals: [
      ...controls(places),
      { name: "inputs", value: map.flat().map((value) => Number(value.toFixed(4))) },
      { name: "side", value: height },
      { name: "places", value: places },
    ],
    data: subsamplingData,
    marks,
  };
  return explorerFigure(spec, {
    about:
      "A feature map, the same after trainable subsampling, and the output against the sum of four inputs, with sliders for " +
      "coefficient and bias, and for the window that is marked.",
    asDrawn:
      `w = 0.25, b = 0. ${height} x ${width} numbers become ${places} x ${places}; four inputs of 1 give 1, two of 1 and two of ` +
      "-1 give 0, four of -1 give -1.",
    words,
  });
}

import { hex, sequential, setColors } from "../../charts/color.js";
import { heading, text } from "../explorer/style.js";

/** Side of a picture in CSS pixels. */
export const panel = 224; // whole picture pixels for maps of 28 and 14
const top = 24;
const curveLeft = 2 * panel + 76;
const curveWidth = 190;

const place = (x: number) => ({
  x: { value: x },
  y: { value: top },
  width: { value: panel },
  height: { value: panel },
});

const cells = (name: string, data: string, count: string, frame: string) => [
  {
    type: "rect",
    name,
    from: { data },
    encode: {
      update: {
        x: { signal: `datum.column * ${panel} / ${count}` },
        y: { signal: `datum.row * ${panel} / ${count}` },
        width: { signal: `${panel} / ${count}` },
        height: { signal: `${panel} / ${count}` },
        fill: { scale: "activation", field: "value" },
        tooltip: {
          signal: "'row ' + datum.row + ', column ' + datum.column + ': ' + format(datum.value, '.3~f')",
        },
      },
    },
  },
  {
    type: "rect",
    interactive: false,
    encode: {
      update: {
        x: { signal: `spot.column * ${panel} / places` },
        y: { signal: `spot.row * ${panel} / places` },
        width: { signal: `${panel} / places` },
        height: { signal: `${panel} / places` },
        stroke: { value: frame },
        strokeWidth: { value: 2 },
      },
    },
  },
];

const scales = [
  {
    name: "activation",
    type: "quantize", // in steps too small to be seen, so that the PNG gets a palette
    domain: [-1.7159, 1.7159],
    range: Array.from({ length: 48 }, (_, step) => hex(sequential(step / 47))),
  },
];

const curve = {
  type: "group",
  encode: { enter: { ...place(curveLeft), width: { value: curveWidth } } },
  scales: [
    { name: "x", type: "linear", domain: [-7, 7], range: [0, curveWidth] },
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

/** What is written about the window that is marked; `datum` is its row. */
const sentences = [
  `'the marked window: ' + ${["a", "b", "c", "d"].map((name) => number(`datum.${name}`)).join(" + ' + ' + ")} + ' = ' + ${number("datum.sum")}`,
  `'sum · w + b = ' + ${number("datum.sum")} + ' · ' + ${number("coefficient")} + ' + ' + ${number("bias")} + ' = ' + ${number("datum.activation")}`,
  `'average · 4w + b = ' + ${number("datum.sum / 4")} + ' · ' + ${number("4 * coefficient")} + ' + ' + ${number("bias")} + ' = ' + ${number("datum.sum / 4 * 4 * coefficient + bias")}`,
  `'output: 1.7159 · tanh(2/3 · ' + ${number("datum.activation")} + ') = ' + ${number("datum.value")}`,
];

export const subsamplingMarks: readonly object[] = [
  heading("A feature map", 0, 14),
  heading("Subsampled", panel + 30, 14),
  heading("Output against the sum", curveLeft, 14),
  {
    type: "group",
    encode: { enter: place(0) },
    scales,
    marks: cells("inputs", "inputCells", "side", "#e8762c"),
  },
  {
    type: "group",
    encode: { enter: place(panel + 30) },
    scales,
    marks: cells("outputs", "outputCells", "places", "#e8762c"),
  },
  curve,
  ...sentences.map((sentence, line) => ({
    ...text(sentence, 0, top + panel + 48 + 20 * line),
    from: { data: "spotted" },
  })),
];

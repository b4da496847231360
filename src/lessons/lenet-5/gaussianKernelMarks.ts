import { seriesColors } from "../../charts/color.js";
import { heading, text } from "../explorer/style.js";
import { reach, sideOf } from "./gaussianKernelData.js";

/** Side of a picture in CSS pixels. */
export const panel = 276;
const top = 24;
const secondLeft = panel + 70;
const cell = sideOf(panel);
const kinds = ["inside", "outside"];

const scales = [
  { name: "x", type: "linear", domain: [-reach, reach], range: [0, panel] },
  { name: "y", type: "linear", domain: [-reach, reach], range: [panel, 0] },
  { name: "u", type: "linear", domain: [-0.05, 1.1], range: [0, panel] },
  { name: "v", type: "linear", domain: [-0.05, 1.1], range: [panel, 0] },
  { name: "kind", type: "ordinal", domain: kinds, range: [seriesColors[1], seriesColors[0]] },
];

const dots = (x: string, y: string) => ({
  type: "symbol",
  from: { data: "judged" },
  encode: {
    update: {
      x: { scale: x, field: x },
      y: { scale: y, field: y },
      size: { value: 42 },
      fill: { scale: "kind", field: "kind" },
      stroke: { signal: "datum.wrong ? '#c92a2a' : '#ffffff'" },
      strokeWidth: { signal: "datum.wrong ? 2.5 : 0.7" },
      tooltip: {
        signal:
          "datum.kind + ': closeness ' + format(datum.u, '.3f') + ' and ' + format(datum.v, '.3f') + (datum.wrong ? ', on the wrong side' : '')",
      },
    },
  },
});

const crosses = (x: string, y: string) => ({
  type: "symbol",
  from: { data: "marks" },
  interactive: false,
  encode: {
    update: {
      x: { scale: x, field: x },
      y: { scale: y, field: y },
      shape: { value: "cross" },
      size: { value: 130 },
      fill: { value: "#222222" },
      stroke: { value: "#ffffff" },
    },
  },
});

const card = (left: number) => ({
  enter: {
    x: { value: left },
    y: { value: top },
    width: { value: panel },
    height: { value: panel },
    clip: { value: false },
  },
});

const plane = {
  type: "group",
  encode: card(0),
  scales,
  axes: [
    { scale: "x", orient: "bottom", title: "x", tickCount: 5 },
    { scale: "y", orient: "left", title: "y", tickCount: 5 },
  ],
  marks: [
    {
      type: "rect",
      from: { data: "regions" },
      interactive: false,
      encode: {
        update: {
          x: { signal: `datum.column * ${cell}` },
          y: { signal: `datum.row * ${cell}` },
          width: { value: cell },
          height: { value: cell },
          fill: { scale: "kind", field: "called" },
          fillOpacity: { value: 0.25 },
        },
      },
    },
    dots("x", "y"),
    crosses("x", "y"),
  ],
};

const transformed = {
  type: "group",
  encode: card(secondLeft),
  scales,
  axes: [
    { scale: "u", orient: "bottom", title: "closeness to the first cross", tickCount: 5 },
    { scale: "v", orient: "left", title: "closeness to the second", tickCount: 5 },
  ],
  marks: [
    {
      type: "line",
      from: { data: "line" },
      interactive: false,
      encode: {
        update: {
          x: { scale: "u", field: "u" },
          y: { scale: "v", field: "v" },
          stroke: { value: "#8a8a8a" },
          strokeWidth: { value: 2.5 },
        },
      },
    },
    dots("u", "v"),
    crosses("u", "v"),
  ],
};

const sentences = [
  "'The line on the right: ' + datum.wrong + ' of ' + datum.all + ' points on the wrong side' + (datum.wrong > 0 ? ' (framed red).' : ', room between the classes ' + format(datum.room, '.3~f') + '.')",
  "'The best straight line in the plane on the left: ' + datum.straight + ' of ' + datum.all + ' on the wrong side.'",
];

export const kernelMarks: readonly object[] = [
  heading("The plane, and who is called what", 0, 14),
  heading("The same points by closeness", secondLeft, 14),
  plane,
  transformed,
  ...sentences.map((sentence, line) => ({
    ...text(sentence, 0, top + panel + 58 + 20 * line),
    from: { data: "summary" },
  })),
];

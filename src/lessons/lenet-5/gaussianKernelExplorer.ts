import { seriesColors } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { box, cells, heading, wordsAt } from "../explorer/marks.js";
import { choice, slider } from "../explorer/signals.js";
import { alarm, edgeColor } from "../explorer/style.js";
import { leastErrorsOfALine, mixedClasses } from "./gaussianKernelPoints.js";
import { kernelData, reach, steps } from "./gaussianKernelRules.js";

const names = Object.keys(mixedClasses);

/** Side of a picture in CSS pixels. */
const panel = 228;
const top = 24;
const left = 42; // room for the axis
const secondLeft = left + panel + 66;
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
      stroke: { signal: `datum.wrong ? '${alarm}' : '#ffffff'` },
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

const card = (x: number) => ({
  enter: { ...box(x, top, panel, panel), clip: { value: false } },
});

const plane = {
  type: "group",
  encode: card(left),
  scales,
  axes: [
    { scale: "x", orient: "bottom", title: "x", tickCount: 5 },
    { scale: "y", orient: "left", title: "y", tickCount: 5 },
  ],
  marks: [
    cells(
      { data: "regions", cell: panel / steps },
      { fill: { scale: "kind", field: "called" }, fillOpacity: { value: 0.25 } },
      { interactive: false },
    ),
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
          stroke: { value: edgeColor },
          strokeWidth: { value: 2.5 },
        },
      },
    },
    dots("u", "v"),
    crosses("u", "v"),
  ],
};

const summary = "data('summary')[0]";

const words = [
  `classes + ', width σ ' + format(sigma, '.2~f') + '. The line on the right: ' + ${summary}.wrong + ' of ' + ${summary}.all + ' points on the wrong side'`,
  `${summary}.wrong > 0 ? '(framed red).' : 'and room between the classes ' + format(${summary}.room, '.3~f') + '.'`,
  `'The best straight line in the plane on the left: ' + ${summary}.straight + ' of ' + ${summary}.all + ' on the wrong side.'`,
];

const marks: readonly object[] = [
  heading("The plane, and who is called what", left, 14),
  heading("The same points by closeness", secondLeft, 14),
  plane,
  transformed,
  wordsAt(0, top + panel + 58, 18),
];

/**
 * Two classes that no straight line separates. Left the plane, right the same points by how close they are to two prototypes,
 * exp(-distance² / 2σ²): there one line is enough, if the width σ suits. The line has a fixed slope and the best place for it.
 * Computed inside the specification.
 *
 * @see notebooks/09-lenet-5.ipynb
 */
export function gaussianKernelExplorer(): Figure {
  const straight = Object.fromEntries(
    Object.entries(mixedClasses).map(([name, { points }]) => [name, leastErrorsOfALine(points)]),
  );
  const spec = {
    width: 566,
    height: top + panel + 102,
    signals: [
      choice("classes", "classes", names[0] as string, names),
      slider("sigma", "width σ", 0.8, [0.05, 4, 0.05]),
    ],
    data: kernelData(mixedClasses, straight),
    marks,
  };
  return explorerFigure(spec, {
    about:
      "Two mixed classes in the plane, and the same points by their closeness to two prototypes, with a choice of classes and a " +
      "slider for the width.",
    asDrawn:
      `${names[0]}, σ = 0.8; one line in the closenesses separates all 60 points; the best straight line in the plane leaves ` +
      `${straight[names[0] as string]} on the wrong side.`,
    words,
  });
}

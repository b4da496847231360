import { divergingRange, sequentialRange, seriesColors } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { text, wordsAt } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { computed, movable, radio, slider, tapped } from "../explorer/signals.js";
import { pointed } from "../explorer/style.js";
import { blob, flattenWeights, headData, heads, trainedSide } from "./headRules.js";

const panel = 210;
const [gap, head] = [30, 20];
const barWidth = 2 * panel + gap - 90;
const clicked = (axis: string, field: string) =>
  movable(
    slider(axis, `move it ${axis}`, 2, [0, 4]),
    tapped("mapCells"),
    `clamp(datum.${field} - margin - 1, 0, 4)`,
  );

/** Where the bars begin, and how high they are together, in CSS pixels. */
const [barTop, barHeight] = [268, 114];

const onBar = (shift: number) => ({ scale: "head", field: "head", offset: shift });

const bars = {
  type: "rect",
  name: "bars",
  from: { data: "heads" },
  encode: {
    update: {
      x: { scale: "logit", value: 0 },
      x2: { scale: "logit", field: "logit" },
      y: onBar(4),
      height: { value: 14 },
      fill: { scale: "color", field: "head" },
      tooltip: { signal: "datum.head + ': ' + (datum.answers ? format(datum.logit, '.3f') : 'no answer')" },
    },
  },
};

/** Where every logit stood when the head was trained. */
const ticks = {
  type: "rule",
  interactive: false,
  encode: {
    update: {
      x: { scale: "logit", value: 6 },
      y: { value: barTop },
      y2: { value: barTop + barHeight },
      stroke: { value: pointed },
      strokeDash: { value: [4, 3] },
    },
  },
};

const line = (field: string, x: object, shift: number, more: object = {}) => ({
  ...text(`datum.${field}`, 0, 0, { x, y: onBar(shift), ...more }),
  from: { data: "heads" },
});
const names = line("head", { value: 0 }, 16, { fontWeight: { value: "bold" } });
const ways = line("way", { value: 90 }, 32);

const says = (at: number) => {
  const head = `data('heads')[${at}]`;
  return `${head}.head + ' ' + (${head}.answers ? format(${head}.logit, '.2f') : 'no answer')`;
};

const words = [
  "'response in rows ' + top + ' to ' + (top + 2) + ', columns ' + left + ' to ' + (left + 2) + ' of ' + side + ' x ' + side + ' places; blank places ' + format(blank, '.1~f')",
  `'logits: ' + ${heads.map((_, at) => says(at)).join(" + ', ' + ")}`,
];

/**
 * One feature map with one response in it, and three heads that make a logit of it: Flatten with a weight for every place,
 * GAP and global max with one weight. The reader moves the response, enlarges the canvas and lets blank places respond.
 * Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/10-gap-vs-flatten.ipynb
 */
export function headExplorer(): Figure {
  const spec = {
    width: 2 * panel + gap + 10,
    height: barTop + barHeight + 42,
    signals: [
      clicked("down", "row"),
      clicked("right", "column"),
      radio(
        "canvas",
        "places a side",
        trainedSide,
        [1, 2, 3, 4].map((times) => times * trainedSide),
      ),
      slider("blank", "blank places", 0, [0, 1, 0.1]),
      { name: "blob", value: blob.flat() },
      { name: "weights", value: flattenWeights.flat() },
      computed("side", "toNumber(canvas)"),
      computed("fits", `side == ${trainedSide}`),
      computed("margin", `floor((side - ${trainedSide}) / 2)`),
      computed("top", "margin + down"),
      computed("left", "margin + right"),
    ],
    scales: [
      {
        name: "response",
        type: "linear",
        domain: Array.from({ length: 10 }, (_, at) => (12 * at) / 9),
        range: sequentialRange,
        clamp: true,
      },
      {
        name: "weight",
        type: "linear",
        domain: Array.from({ length: 11 }, (_, at) => (at - 5) * 0.05),
        range: divergingRange,
        clamp: true,
      },
      { name: "logit", type: "linear", domain: [-4, 7], range: [90, 90 + barWidth], clamp: true },
      { name: "head", type: "band", domain: heads, range: [barTop, barTop + barHeight] },
      {
        name: "color",
        type: "ordinal",
        domain: heads,
        // As in the lesson's charts, which have five heads.
        range: [0, 1, 4].map((place) => seriesColors[place]),
      },
    ],
    axes: [
      { orient: "top", scale: "logit", offset: -barTop + 2, tickCount: 6, gridOpacity: 0.3, title: "logit" },
    ],
    data: headData,
    marks: [
      panelMark({
        name: "map",
        title: "The feature map",
        left: 0,
        top: head,
        size: panel,
        cells: "side",
        scale: "response",
        dark: "datum.value < 7",
        window: ["top", "left", 3],
      }),
      panelMark({
        name: "weights",
        title: "Flatten: a weight for each place",
        left: panel + gap,
        top: head,
        size: panel,
        cells: String(trainedSide),
        scale: "weight",
        dark: "abs(datum.value) > 0.15",
      }),
      bars,
      ticks,
      names,
      ways,
      wordsAt(0, barTop + barHeight + 20),
    ],
  };
  return explorerFigure(spec, {
    about:
      "One response of nine values, which add up to 49, on a map of 7x7 places or more, and three heads that make a logit of it. " +
      "Sliders move the response, where Flatten changes and the others do not; a larger canvas divides GAP's mean and Flatten " +
      "cannot answer.",
    asDrawn:
      "in the middle of 7x7 places all three say 6. Flatten adds up 49 values times 49 weights, GAP takes the mean 1 times 6, " +
      "global max the largest, 12, times 0.5.",
    words,
  });
}

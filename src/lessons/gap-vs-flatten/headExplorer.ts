import { divergingRange, sequentialRange, seriesColors } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { slider } from "../explorer/inputs.js";
import { panelMark } from "../explorer/panels.js";
import { barHeight, bars, barTop, heads, names, ticks, ways } from "./headExplorerBars.js";
import { blob, flattenWeights, headData, trainedSide } from "./headExplorerRules.js";

const panel = 210;
const [gap, head] = [30, 20];
const barWidth = 2 * panel + gap - 90;
const clicked = (axis: string, field: string) => ({
  ...slider(axis, `move it ${axis} (2: the middle)`, 2, [0, 4]),
  on: [{ events: "@mapCells:click", update: `clamp(datum.${field} - margin - 1, 0, 4)` }],
});

/**
 * One feature map with one response in it, and three heads that make a logit of it: Flatten with a weight for every place,
 * GAP and global max with one weight. The reader moves the response, enlarges the canvas and lets blank places respond.
 * Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/08-gap-vs-flatten.ipynb
 */
export function headExplorer(): Figure {
  const spec = {
    width: 2 * panel + gap + 10,
    height: barTop + barHeight + 16,
    padding: 5,
    signals: [
      clicked("down", "row"),
      clicked("right", "column"),
      {
        name: "canvas",
        value: trainedSide,
        bind: {
          input: "radio",
          options: [1, 2, 3, 4].map((times) => times * trainedSide),
          name: "canvas, places a side ",
        },
      },
      slider("blank", "blank places respond with", 0, [0, 1, 0.1]),
      { name: "blob", value: blob.flat() },
      { name: "weights", value: flattenWeights.flat() },
      { name: "side", update: "toNumber(canvas)" },
      { name: "fits", update: `side == ${trainedSide}` },
      { name: "margin", update: `floor((side - ${trainedSide}) / 2)` },
      { name: "top", update: "margin + down" },
      { name: "left", update: "margin + right" },
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
    ],
  };
  return vegaFigure(
    spec,
    "One response of nine values, which add up to 49, on a map of 7x7 places, and three heads. As drawn, in the middle, all three say 6: Flatten adds up 49 values times 49 weights, " +
      "GAP takes the mean 1 times 6, global max the largest, 12, times 0.5. Sliders move the response, where Flatten changes and the others do not; a larger canvas divides GAP's mean and Flatten cannot answer.",
  );
}

import { counting, formula } from "../../explorer/transforms.js";
import { type ConvWeights, type DrawingNetwork, side } from "./drawingExplorerWeights.js";
import { innerPlaces, paddedPlaces, windowSteps } from "./places.js";

// The tables are computed forward, each from the one before, and none is copied from another: that keeps a stroke quick.

/** A weight as a specification holds it: with five decimals, logits differ by less than a thousandth. */
export const short = (weight: number) => Math.round(weight * 1e5) / 1e5;

/** A weighted sum as an expression. */
function weighted(weights: readonly number[], bias: number, factor: (index: number) => string): string {
  const terms = weights.map((weight, index) => `${literal(weight)}*${factor(index)}`);
  return [literal(bias), ...terms].join("+").replaceAll("+-", "-");
}

const literal = (weight: number) => String(short(weight)).replace("0.", ".");

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Maps `f0` to `f7`. Their weights come from the signal `kernels`, where the reader changes one. */
function firstMaps({ biases }: ConvWeights) {
  return {
    name: "first",
    transform: [
      ...paddedPlaces,
      ...windowSteps.map((step, place) =>
        formula(`n${place}`, `datum.inside ? data('seen')[datum.index + ${step}].ink : 0`),
      ),
      ...biases.map((bias, filter) => {
        const terms = range(9).map((place) => `kernels[${9 * filter + place}] * datum.n${place}`);
        return formula(`f${filter}`, `datum.inside ? max(0, ${bias} + ${terms.join(" + ")}) : 0`);
      }),
    ],
  };
}

/** Maps `g0`, `g1` and so on, which nobody changes. */
function secondMaps({ filters, biases }: ConvWeights, channels: number) {
  return {
    name: "second",
    transform: [
      ...innerPlaces,
      formula("quarter", `2 * (datum.row >= ${side / 2}) + (datum.column >= ${side / 2})`),
      ...windowSteps.map((step, place) => formula(`n${place}`, `data('first')[datum.padded + ${step}]`)),
      ...filters.map((weights, filter) => {
        const factor = (index: number) => `datum.n${Math.floor(index / channels)}.f${index % channels}`;
        return formula(`g${filter}`, `max(0, ${weighted(weights, biases[filter] ?? 0, factor)})`);
      }),
    ],
  };
}

/** One row for each quarter: the averages of the maps over it. */
function quarters(channels: number) {
  const fields = range(channels).map((filter) => `g${filter}`);
  const ops = fields.map(() => "mean");
  return {
    name: "quarters",
    source: "second",
    transform: [{ type: "aggregate", groupby: ["quarter"], fields, ops, as: fields }],
  };
}

function logits(classes: number, channels: number) {
  const terms = range(4 * channels).map(
    (index) => `datum.w[${index}]*data('quarters')[${Math.floor(index / channels)}].g${index % channels}`,
  );
  return {
    name: "classes",
    transform: [
      counting(classes, "digit"),
      formula("w", "weights[datum.digit]"),
      formula("logit", `biases[datum.digit]+${terms.join("+")}`),
      { type: "joinaggregate", fields: ["logit"], ops: ["max"], as: ["largest"] },
      formula("power", "exp(datum.logit - datum.largest)"),
      { type: "joinaggregate", fields: ["power"], ops: ["sum"], as: ["powers"] },
      formula("probability", "datum.power / datum.powers"),
      formula("leads", "datum.logit == datum.largest"),
    ],
  };
}

/** The evidence for the class shown at each place: its average over a quarter, four quarters and the bias make the logit. */
function cam(channels: number) {
  const terms = range(channels).map((filter) => `datum.maps.g${filter} * camWeights[datum.from + ${filter}]`);
  return {
    name: "cam",
    transform: [
      ...innerPlaces,
      formula("maps", "data('second')[datum.index]"),
      formula("from", `${channels} * datum.maps.quarter`),
      formula("evidence", terms.join(" + ")),
      formula("ink", "data('seen')[datum.padded].ink"),
    ],
  };
}

/** What the eight filters answer at each place, one row for each square that is drawn. */
const answers = {
  name: "answers",
  transform: [
    counting(8 * side * side, "index"),
    formula("filter", `floor(datum.index / ${side * side})`),
    formula("row", `floor(datum.index / ${side}) % ${side}`),
    formula("column", `datum.index % ${side}`),
    formula("field", "'f' + datum.filter"),
    formula("answer", `data('first')[${side + 2} * datum.row + datum.column + ${side + 3}][datum.field]`),
  ],
};

/** One row with the largest value of a field, and their sum. */
const summed = (name: string, source: string, field: string) => ({
  name,
  source,
  transform: [{ type: "aggregate", fields: [field, field], ops: ["max", "sum"], as: ["largest", "sum"] }],
});

/** All tables from what the network sees to the ten logits and what is drawn of them. */
export function networkData({ first, second, classes }: DrawingNetwork): object[] {
  const channels = second.filters.length;
  return [
    firstMaps(first),
    secondMaps(second, first.filters.length),
    quarters(channels),
    logits(classes.length, channels),
    cam(channels),
    answers,
    summed("camSums", "cam", "evidence"),
    summed("answerSums", "answers", "answer"),
  ];
}

import { counting, formula, rowAndColumn } from "../explorer/transforms.js";

// What the head explorer computes, in Vega's language, from its signals.

export const heads = ["Flatten", "GAP", "global max"];

/** Places along each side of the map that the heads were made for. */
export const trainedSide = 7;

/** The response to a thing that was found: its sum is 49, so that its mean over 7x7 places is 1. */
export const blob = [[2, 7, 3], [7, 12, 7], [2, 6, 3]] as const; // biome-ignore format: a map

/** As Flatten learns them where things stood in the middle and nowhere else; together with the blob there they make 6. */
export const flattenWeights = [
  [0, 0, 0, 0, 0, 0, 0],
  [0, -0.05, -0.05, -0.05, -0.05, -0.05, 0],
  [0, -0.05, 0.05, 0.1, 0.1, -0.05, 0],
  [0, -0.05, 0.1, 0.2, 0.1, -0.05, 0],
  [0, -0.05, 0.1, 0.1, 0.1, -0.05, 0],
  [0, -0.05, -0.05, -0.05, -0.05, -0.05, 0],
  [0, 0, 0, 0, 0, 0, 0],
] as const;

/** The one weight of the map, times its mean and times its largest value: 6 each, as trained. */
export const [gapWeight, maxWeight] = [6, 0.5];

/** One row for each place of the map; `weight` is Flatten's, where it has one. */
const map = {
  name: "map",
  transform: [
    counting("side * side"),
    ...rowAndColumn("data", "side"),
    formula("y", "datum.row - top"),
    formula("x", "datum.column - left"),
    formula("inside", "datum.y >= 0 && datum.y < 3 && datum.x >= 0 && datum.x < 3"),
    formula("value", "datum.inside ? blob[3 * datum.y + datum.x] : blank"),
    formula("weight", "fits ? weights[datum.data] : 0"),
    formula("product", "datum.weight * datum.value"),
  ],
};

const weights = {
  name: "weights",
  transform: [
    counting(trainedSide * trainedSide),
    ...rowAndColumn("data", trainedSide),
    formula("value", "weights[datum.data]"),
  ],
};

/** One row: what the three heads need of the map. */
const sums = {
  name: "sums",
  source: "map",
  transform: [
    {
      type: "aggregate",
      fields: ["product", "value", "value"],
      ops: ["sum", "mean", "max"],
      as: ["flatten", "mean", "most"],
    },
  ],
};

const number = (value: string) => `format(${value}, '.2f')`;

/** One row for each head: its logit, and how it comes about. */
const logits = {
  name: "heads",
  source: "sums",
  transform: [
    formula("heads", `[${heads.map((head) => `'${head}'`).join(", ")}]`),
    { type: "flatten", fields: ["heads"], as: ["head"] },
    formula("answers", "datum.head != 'Flatten' || fits"),
    formula(
      "logit",
      `datum.head == 'Flatten' ? (fits ? datum.flatten : 0) : datum.head == 'GAP' ? ${gapWeight} * datum.mean : ${maxWeight} * datum.most`,
    ),
    formula(
      "way",
      `datum.head == 'Flatten' ? (fits ? side * side + ' values, each times its weight, add up to ' + ${number("datum.flatten")} : 'no answer: ${trainedSide ** 2} weights, ' + side * side + ' values') : ` +
        `datum.head == 'GAP' ? 'mean ' + ${number("datum.mean")} + ' · weight ${gapWeight} = ' + ${number("datum.logit")} : ` +
        `'largest ' + ${number("datum.most")} + ' · weight ${maxWeight} = ' + ${number("datum.logit")}`,
    ),
  ],
};

export const headData = [map, weights, sums, logits];

import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [values: Numbers, scale: number, shift: number, epsilon: number];
type Rule = (...given: Case) => Numbers;

const cases: readonly Case[] = [
  [[2, 4, 6, 8], 1, 0, 0],
  [[10, 20, 60], 2, -1, 0.5],
  [[-3, 5, 5, 1, 2], 0.5, 3, 0.001],
  [[7, 7, 7], 4, 2, 0.01],
];

const mean = (values: Numbers) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: Numbers) => mean(values.map((value) => (value - mean(values)) ** 2));
const distance = (values: Numbers) => mean(values.map((value) => Math.abs(value - mean(values))));
const more = (values: Numbers) => (variance(values) * values.length) / (values.length - 1);
const by = (each: (value: number, own: { mean: number; variance: number; given: Case }) => number): Rule =>
  (...given) => {
    const own = { mean: mean(given[0]), variance: variance(given[0]), given };
    return given[0].map((value) => each(value, own));
  }; // biome-ignore format: short
const spread = ({ variance, given }: { variance: number; given: Case }) => Math.sqrt(variance + given[3]);
const right = by((value, own) => (own.given[1] * (value - own.mean)) / spread(own) + own.given[2]);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [by((value, own) => (value - own.mean) / spread(own)), "Mean and spread are right. What is learned comes last: times `scale`, plus `shift`."],
  [by((value, own) => (own.given[1] * (value - own.mean)) / spread(own)), "`shift` is missing: it is added at the end."],
  [by((value, own) => (value - own.mean) / spread(own) + own.given[2]), "`scale` is missing: what was divided by the spread is multiplied by it."],
  [by((value, own) => own.given[1] * ((value - own.mean) / spread(own) + own.given[2])), "The shift was scaled as well. First times `scale`, then plus `shift`."],
  [by((value, own) => (own.given[1] * (value - own.mean)) / (own.variance + own.given[3]) + own.given[2]), "This divides by the variance. Divide by its root."],
  [by((value, own) => (own.given[1] * (value - own.mean)) / (Math.sqrt(own.variance) + own.given[3]) + own.given[2]), "`epsilon` belongs under the root, beside the variance."],
  [by((value, own) => (own.given[1] * (value - own.mean)) / Math.sqrt(own.variance) + own.given[2]), "`epsilon` is missing. Where all values are alike, the variance is 0, and it keeps the division possible."],
  [(values, scale, shift, epsilon) => values.map((value) => (scale * (value - mean(values))) / Math.sqrt(more(values) + epsilon) + shift), "The squares were divided by one less than their number. A batch is all there is, not a sample: divide by their number."],
  [by((value, own) => (own.given[1] * value) / spread(own) + own.given[2]), "The mean was not taken off."],
  [by((value, own) => (own.given[2] * (value - own.mean)) / spread(own) + own.given[1]), "`scale` and `shift` have changed places: `scale` multiplies, `shift` is added."],
  [by((value, own) => (own.given[1] * (value - own.mean)) / (distance(own.given[0]) + own.given[3]) + own.given[2]), "This divides by the mean distance from the mean. Square the distances, take their mean, then its root."],
  [by((value, own) => own.given[1] * (value - own.mean) + own.given[2]), "Nothing was divided by the spread."],
]; // biome-ignore format: pairs

export const normaliseByHand: ExerciseContent = {
  title: "Batch normalisation by hand",
  check: functionCheck<Case, Numbers>({
    name: "normalise",
    takes: ["values", "scale", "shift", "epsilon"],
    cases,
    returns: listOfNumbers,
    right,
    mistakes,
  }),
  because:
    "Less the mean, divided by the root of the variance plus epsilon: the batch now has mean 0 and spread 1, and scale and shift, which are learned, give it those that serve.",
  hints: [
    "Four steps: the mean; the mean of the squared distances from it; less the mean and divided by a root; then scale and shift.",
    "Each value becomes `scale * (value - mean) / Math.sqrt(variance + epsilon) + shift`, with mean and variance of all values.",
  ],
  solution:
    "```\nfunction normalise(values: number[], scale: number, shift: number, epsilon: number) {\n  const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;\n  const middle = mean(values);\n  const variance = mean(values.map((value) => (value - middle) ** 2));\n  return values.map((value) => scale * (value - middle) / Math.sqrt(variance + epsilon) + shift);\n}\n```",
};

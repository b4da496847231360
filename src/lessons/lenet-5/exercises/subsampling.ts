import { near } from "../../exercise/answers/compare.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Case = readonly [four: readonly number[], coefficient: number, bias: number];
type Rule = (...given: Case) => number;

const cases: readonly Case[] = [
  [[0.5, -0.2, 0.9, 0.1], 0.8, -0.3],
  [[1, 1, -1, 1], 0.25, 0.5],
  [[-1, -0.4, 0.2, 0.3], 1.5, 1],
];

const sum = (four: readonly number[]) => four.reduce((total, value) => total + value, 0);
const squash = (activation: number) => 1.7159 * Math.tanh((2 / 3) * activation);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(four, w, b) => squash((sum(four) / 4) * w + b), "This takes the mean of the four. The paper takes their sum; the mean would need a coefficient four times as large."],
  [(four, w, b) => squash(Math.max(...four) * w + b), "This takes the largest, as max pooling does. LeNet-5 adds the four up."],
  [(four, w, b) => sum(four) * w + b, "Right up to the squashing function: 1.7159 · tanh(2/3 · a) is missing."],
  [(four, w, b) => (sum(four) / 4) * w + b, "This takes the mean, and the squashing function is missing."],
  [(four, w, b) => Math.tanh(sum(four) * w + b), "A plain tanh. The paper's stretches it: 1.7159 in front, 2/3 inside."],
  [(four, w, b) => 1.7159 * Math.tanh(sum(four) * w + b), "The 2/3 inside tanh is missing."],
  [(four, w, b) => Math.tanh((2 / 3) * (sum(four) * w + b)), "The 1.7159 in front of tanh is missing."],
  [(four, w, b) => squash((sum(four) + b) * w), "The bias is added before the coefficient multiplies. It comes after."],
  [(four, w, b) => squash(sum(four) * w) + b, "The bias is added after squashing. It comes before."],
  [(four, w) => squash(sum(four) * w), "The bias is missing."],
  [(four, w, b) => squash(sum(four) * w - b), "The bias is taken away. It is added."],
  [(four, w, b) => (2 / 3) * Math.tanh(1.7159 * (sum(four) * w + b)), "The two constants have changed places: 1.7159 stands in front of tanh, 2/3 inside."],
  [(four, w, b) => 1.7159 * (2 / 3) * Math.tanh(sum(four) * w + b), "The 2/3 belongs inside tanh: the argument is multiplied, not the result."],
  [(four, w, b) => 1.7159 / (1 + Math.exp(-(2 / 3) * (sum(four) * w + b))), "That is a sigmoid, which is never below zero. The paper squashes with tanh."],
  [(four, w, b) => 1 / (1 + Math.exp(-(sum(four) * w + b))), "That is a sigmoid, which is never below zero. The paper squashes with tanh: 1.7159 · tanh(2/3 · a)."],
  [(four, _, b) => squash(sum(four) + b), "The coefficient is missing."],
  [(four, w, b) => squash(four.reduce((total, value) => total + value * w + b, 0)), "The bias is added four times. It is added once, to the sum."],
]; // biome-ignore format: pairs

export const subsamplingByHand: ExerciseContent = {
  title: "Subsampling by hand",
  check: functionCheck<Case, number>({
    name: "subsample",
    takes: ["four", "coefficient", "bias"],
    cases,
    // 2/3 may be written as 0.667.
    returns: { ...oneNumber, same: (value, wanted) => near(value, wanted, 1e-3) },
    right: (four, w, b) => squash(sum(four) * w + b),
    mistakes,
  }),
  because:
    "Four numbers are added, one coefficient and one bias for the whole map follow, then the squashing function: two parameters a map.",
  hints: [
    "Three steps: add the four, multiply and add, squash.",
    "`const activation = (four[0]! + four[1]! + four[2]! + four[3]!) * coefficient + bias`, and then 1.7159 · tanh of two thirds of it.",
  ],
  solution:
    "```\nfunction subsample(four: number[], coefficient: number, bias: number) {\n  const sum = four.reduce((total, value) => total + value, 0);\n  return 1.7159 * Math.tanh((2 / 3) * (sum * coefficient + bias));\n}\n```",
};

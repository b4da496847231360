import { softmax } from "../../../arithmetic/softmax.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Input = readonly [logits: readonly number[], classIndex: number];
type Rule = (...input: Input) => readonly number[];

const cases: readonly Input[] = [
  [[2, 1, 0], 1],
  [[0, 0, 0, 0], 2],
  [[-1, 3], 0],
  [[0.5, -2, 4, 1], 3],
];

const right: Rule = (logits, classIndex) =>
  softmax(logits).map((p, index) => (index === classIndex ? p - 1 : p));
const largest = (logits: readonly number[]) => logits.indexOf(Math.max(...logits));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(logits) => softmax(logits), "These are the probabilities. From that of the right class, take what was wanted: 1."],
  [(...input) => right(...input).map((slope) => -slope), "All signs are turned round. That is the way downhill; the slope is probability less wanted."],
  [(logits, classIndex) => softmax(logits).map((p) => p - (softmax(logits)[classIndex] ?? 0)), "What was wanted is 1 for the right class and 0 for the others, not the probability of the right class."],
  [(logits) => softmax(logits).map((p) => p - 1), "1 was taken off every probability. It is wanted of the right class only."],
  [(logits, classIndex) => logits.map((z, index) => (index === classIndex ? z - 1 : z)), "The logits are not probabilities yet. Send them through softmax first."],
  [(logits, classIndex) => softmax(logits).map((p, index) => (index === classIndex ? 1 - p : p)), "For the right class, the sign is turned round: a logit that should rise has a negative slope."],
  [(logits, classIndex) => softmax(logits).map((p, index) => (index === classIndex ? p - 1 : 0)), "Only the right class has a slope here. The others took some of the probability, and should fall."],
  [(...input) => right(...input).map((slope) => slope / input[0].length), "These were divided by the number of classes. There is one example, and its loss is no mean."],
  [(...input) => right(...input).map((slope) => Number(slope.toFixed(2))), "These are rounded to two places. Return them as they are; round only what you print."],
  [(...input) => right(...input).map((slope) => Number(slope.toFixed(3))), "These are rounded to three places. Return them as they are; round only what you print."],
  [(logits) => right(logits, 0), "This is right where class 0 is. Use `classIndex`."],
  [(logits) => right(logits, largest(logits)), "This takes 1 off the largest probability. It must be that of the class that is right, whatever the network thinks."],
  [(logits, classIndex) => right(logits, classIndex - 1), "Classes are counted from 0: the first one has the `classIndex` 0."],
  [(logits, classIndex) => [-Math.log(softmax(logits)[classIndex] ?? 0)], "That is the loss. A slope is asked for each logit."],
]; // biome-ignore format: pairs

export const logitSlopes: ExerciseContent = {
  title: "The slope of each logit",
  check: functionCheck<Input, readonly number[]>({
    name: "logitSlopes",
    takes: ["logits", "classIndex"],
    cases,
    returns: listOfNumbers,
    right,
    mistakes,
    hintAt: (value, wanted) => {
      if (value.length !== wanted.length)
        return `${wanted.length} logits go in and ${value.length} come out. Return a slope for each.`;
      const total = value.reduce((sum, slope) => sum + slope, 0);
      return Math.abs(total) < 1e-6
        ? undefined
        : `Together they come to ${Number(total.toPrecision(3))}. What the right class gains the others lose, so slopes add up to 0.`;
    },
  }),
  because:
    "The slopes add up to 0: probability can only move from one class to another. The surer a wrong answer, the steeper the slope.",
  hints: [
    "First make probabilities of the logits, as in lesson 01. Then only one of them is changed.",
    "With `p` for the probabilities: `p.map((each, index) => …)`, and take 1 off where `index === classIndex`.",
  ],
  solution:
    "```\nfunction logitSlopes(logits: number[], classIndex: number) {\n  const powers = logits.map((logit) => Math.exp(logit));\n  const total = powers.reduce((sum, power) => sum + power, 0);\n  return powers.map((power, index) => power / total - (index === classIndex ? 1 : 0));\n}\n```",
};

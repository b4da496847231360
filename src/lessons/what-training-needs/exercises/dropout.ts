import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { listOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [values: Numbers, mask: Numbers, rate: number];
type Rule = (...given: Case) => Numbers;

const cases: readonly Case[] = [
  [[2, -4, 6, 8], [1, 0, 1, 1], 0.25],
  [[1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 1, 0], 0.5],
  [[10, 20], [1, 0], 0.8],
  [[3, 5], [1, 1], 0],
];

/** A rule from what becomes of one value. */
const byEach =
  (rule: (value: number, kept: number, rate: number) => number): Rule =>
  (values, mask, rate) =>
    values.map((value, at) => rule(value, mask[at] ?? 0, rate));
const sum = (mask: Numbers) => mask.reduce((total, kept) => total + kept, 0);

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(values, mask) => values.map((value, at) => (value * (mask[at] ?? 0) * mask.length) / sum(mask)), "This divides by the share that this mask happens to keep. It differs from mask to mask; divide by the share that is kept on average, `1 - rate`."],
  [(values, mask, rate) => values.map((value, at) => (value * (mask[at] ?? 0) * sum(mask)) / (mask.length * (1 - rate))), "The number of values kept does not enter: divide each by `1 - rate`, nothing else."],
  [byEach((value, kept) => value * kept), "The mask is applied, but what is kept must grow: without dividing by `1 - rate` the sum that the next layer sees shrinks in training and not in prediction."],
  [byEach((value, kept, rate) => (value * kept) / rate), "This divides by `rate`, the share that is dropped. Divide by the share that is kept, `1 - rate`."],
  [byEach((value, kept, rate) => (value * (1 - kept)) / (1 - rate)), "The mask works the wrong way round: 1 keeps a value, 0 drops it."],
  [byEach((value, kept) => value * (1 - kept)), "The mask works the wrong way round (1 keeps, 0 drops), and what is kept is to be divided by `1 - rate`."],
  [byEach((value, kept, rate) => value * kept * (1 - rate)), "This multiplies by `1 - rate`, which makes the sum smaller still. Inverted dropout divides, so that nothing is left to do in prediction."],
  [byEach((value, _, rate) => value / (1 - rate)), "Everything is rescaled and nothing dropped: use the mask."],
  [byEach((value) => value), "Nothing is dropped: use the mask, then rescale what is kept."],
  [byEach((value, kept, rate) => (value * kept) / (1 + rate)), "This divides by `1 + rate`. The share that is kept is `1 - rate`."],
]; // biome-ignore format: pairs

export const dropoutByHand: ExerciseContent = {
  title: "Dropout by hand",
  check: functionCheck<Case, Numbers>({
    name: "dropout",
    takes: ["values", "mask", "rate"],
    cases,
    returns: listOfNumbers,
    right: byEach((value, kept, rate) => (value * kept) / (1 - rate)),
    mistakes,
    hintAt: (value, wanted) => {
      if (value.length === wanted.length) return undefined;
      return value.length < wanted.length
        ? "A dropped value stays in its place, as 0: the next layer has a weight waiting for it."
        : "Return one for each value.";
    },
  }),
  because:
    "Each value is kept with probability 1 - rate and then divided by it, so its mean over many masks is the value itself, and prediction needs no correction.",
  hints: [
    "First set to zero what the mask drops. Then ask: if a quarter of the values is gone, by which factor must the others grow for the sum to stay the same on average?",
    "A kept value becomes `value / (1 - rate)`, a dropped one 0. `values.map((value, index) => …)` gives the index for the mask.",
  ],
  solution:
    "```\nfunction dropout(values: number[], mask: number[], rate: number) {\n  return values.map((value, index) =>\n    mask[index] === 1 ? value / (1 - rate) : 0);\n}\n```",
};

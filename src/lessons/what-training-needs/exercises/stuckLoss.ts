import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

const floor = Math.log(1e7);

export const stuckLoss: ExerciseContent = {
  title: "A diagnosis from the loss alone",
  check: numberCheck(
    (25 / 26) * floor,
    [
      [0.9 * floor, "That is for ten classes. There are 26 letters: one in 26 is right."],
      [floor, "One letter in 26 is read right, and with certainty: its loss is 0. Take the mean over all."],
      [floor / 26, "That share is right, and costs nothing. The other 25 of 26 cost."],
      [Math.log(26), "That is the loss of a network that gives all letters the same probability. This one is certain of one letter."],
      [(25 / 26) * 7, "The logarithm is the natural one: `Math.log`. 7 is that to base 10."],
      [(25 / 26) * Math.log2(1e7), "The logarithm is the natural one: `Math.log`, not that to base 2."],
      [-(25 / 26) * floor, "The logarithm of a small probability is negative. The loss is minus that."],
      [(26 / 25) * floor, "The share of the wrong ones is 25 / 26, below 1."],
      [1e-7, "That is the probability that stands in. The loss is minus its logarithm."],
      [25 * floor, "That is the sum over 26 letters. The loss is the mean."],
    ],
    "Two kinds of letters: the share that is right costs 0, the share that is wrong costs minus the natural logarithm of 10⁻⁷ each. Take the mean.",
    { ask: "Give one number; an expression such as `0.9 * Math.log(1e7)` will do.", tolerance: 0.002 },
  ), // biome-ignore format: pairs
  because:
    "25 of 26 letters cost ln(10⁷) = 16.118 each, one costs nothing: 15.498. Whoever sees a loss stand there knows what happened without a look at the network.",
  hints: [
    "What is the loss of a letter whose right class got probability 0, held at 10⁻⁷? And of one whose class got 1?",
    "The loss of a wrong one is `-Math.log(1e-7)`, and 25 of 26 are wrong.",
  ],
  solution: "`-Math.log(1e-7) * 25 / 26`, which is 15.498.",
};

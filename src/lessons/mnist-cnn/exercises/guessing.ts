import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const lossOfGuessing: ExerciseContent = {
  title: "The loss of a network that knows nothing",
  check: numberCheck(
    Math.LN10,
    [
      [1, "That is the logarithm to base 10. Cross-entropy takes the natural one: `Math.log`."],
      [
        0.1,
        "0.1 is the probability that the guess gives to the right class. The loss is minus its logarithm.",
      ],
      [
        Math.log2(10),
        "That is the loss in bits, with the logarithm to base 2. TensorFlow takes the natural one: `Math.log`.",
      ],
      [-Math.LN10, "The logarithm of 0.1 is negative. The loss is minus that."],
      [
        0.9,
        "0.9 is the share of wrong guesses. The loss asks how much probability the right class got: minus the logarithm of 0.1.",
      ],
      [10 * Math.LN10, "Only the right class counts in the sum: one term, not ten."],
      [
        Math.LN10 / 10,
        "The terms of the nine wrong classes are zero, but nothing is divided by ten: the right class counts in full.",
      ],
      [-Math.log(0.9), "That is minus the logarithm of 0.9. The right class got 0.1."],
      [
        0,
        "A loss of 0 needs the whole probability on the right class, and this network does not know which it is.",
      ],
    ],
    "With no knowledge every class gets 1/10. The loss is minus the natural logarithm of what the right class got.",
    { ask: "Give one number; an expression such as `Math.sqrt(2)` will do.", tolerance: 0.002 },
  ),
  because:
    "-ln(1/10) = ln 10 = 2.3026. Any other fixed guess is worse on average, and an untrained network starts near this number.",
  hints: [
    "Which probability does each of the ten classes get when nothing is known? The loss looks at the right class only.",
    "The loss is `-Math.log(p)`, where p is the probability of the right class.",
  ],
  solution: "`-Math.log(1 / 10)`, which is ln 10 = 2.3026.",
};

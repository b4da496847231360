import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const gradientStep: ExerciseContent = {
  title: "One step downhill",
  check: numberCheck(
    1.9,
    [
      [
        0.1,
        "That is a step uphill. The slope is negative, so the weight must grow: take the step off, minus a negative is plus.",
      ],
      [1.45, "A factor of 2 is missing: the slope of a square is twice the error, times the input."],
      [1.3, "The input is missing: the slope is 2 · error · input, and the input is 3."],
      [1.15, "The error alone is not the slope. It is 2 · error · input."],
      [-18, "That is the slope. The step is the learning rate times the slope, taken off the weight."],
      [-9, "That is error times input, half the slope. The step asks for the new weight."],
      [19, "The learning rate is missing: with the whole slope the weight jumps far past the best one."],
      [0.9, "That is how far the weight moves. Where does it arrive?"],
      [2, "That is the best weight. One step gets near it, not there."],
      [9, "That is the loss before the step."],
      [-3, "That is the error before the step: prediction less what is wanted."],
      [1.8, "That is a step with two apples. Here three cost 6, so the input is 3."],
      [2.8, "A step with a learning rate of 0.1. Here it is 0.05."],
    ],
    "Three small sums: the error is weight · input - wanted; the slope is 2 · error · input; the new weight is the old one less learning rate · slope.",
    { ask: "Give the weight after the step, one number." },
  ),
  because:
    "The error is 1·3 - 6 = -3, the slope 2·(-3)·3 = -18, and 1 - 0.05·(-18) = 1.9. The best weight is 2: most of the way in one step.",
  hints: [
    "First the error: what does the weight 1 predict for the input 3, and how far is that from 6? Keep the sign.",
    "The slope is 2 · error · input = 2 · (-3) · 3. Now take 0.05 times that off the weight.",
  ],
  solution: "error = 1·3 - 6 = -3; slope = 2·(-3)·3 = -18; new weight = 1 - 0.05·(-18) = 1.9.",
};

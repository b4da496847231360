import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Slopes of three logits 0.2, 0.5, -0.7; the unit is heard with 3, -2, 1; its sum is 4, the input 2. */
export const hiddenWeightSlope: ExerciseContent = {
  title: "A hidden weight's slope by hand",
  check: numberCheck(
    -2.2,
    [
      [-1.1, "That is the slope of the unit. The weight's is that, times the input of the weight."],
      [2.2, "The sign is turned round. Slopes are asked for, not the step against them."],
      [0, "Either the three slopes were added without their weights, which always gives 0, or the unit was taken for a shut one. Its sum is 4: ReLU lets it speak."],
      [-4.4, "The unit's own answer is no factor here. That was for the weights behind the unit; the weight in front of it has another input."],
      [-8.8, "The unit's own answer is no factor here. That was for the weights behind the unit; the weight in front of it has another input."],
      [4.6, "The weight -2 lost its sign: 0.5 · (-2) is negative."],
      [0.6, "The slope -0.7 lost its sign: -0.7 · 1 is negative."],
      [1.2, "That is the way through the first class alone. The unit collects from all three that listen."],
      [-2, "That is the way through the second class alone. The unit collects from all three that listen."],
      [-1.4, "That is the way through the third class alone. The unit collects from all three that listen."],
      [4, "The weights were added up without the slopes of the classes."],
      [-0.55, "The input was divided by. It is a factor."],
    ],
    "Two steps. The slope of the unit: slope times weight for each of the three classes, added up. Then times the input of the weight that is asked for.",
  ), // biome-ignore format: pairs
  because:
    "0.2·3 + 0.5·(-2) + (-0.7)·1 = -1.1 is the slope of the unit; its weight stands at the input 2: -2.2.",
  hints: [
    "Begin at the answer. How much does the loss change when the unit's own answer is nudged? Three classes listen to it.",
    "The unit: 0.2·3 + 0.5·(-2) + (-0.7)·1, and ReLU passes it on, since the sum 4 is above zero. Then times the input.",
  ],
  solution: "Unit: 0.6 - 1 - 0.7 = -1.1. It is open, so nothing is lost. Weight: -1.1 · 2 = -2.2.",
};

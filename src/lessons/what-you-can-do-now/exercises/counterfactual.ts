import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** The logit is 6.3, 3.0 with the label painted over, and 6.1, 6.6, 5.9, 6.2, 5.7 with patches elsewhere. */
export const controlledEffect: ExerciseContent = {
  title: "Leaf or label?",
  check: numberCheck(
    3.1,
    [
      [3.3, "So much falls with the label painted over. Some falls wherever one paints: take away what the five other patches do on average."],
      [0.2, "That is what a patch does anywhere, on average. How much more does the one on the label do?"],
      [3.5, "What a patch does anywhere is to be taken away, not added."],
      [2.7, "That is set against the strongest of the five patches. It answers another question; here their mean is asked for."],
      [3.6, "That is set against the weakest of the five patches, which even helped. Their mean is asked for."],
      [2.98, "One of the five patches raised the logit: its effect is -0.3 and counts with its sign."],
      [3.04, "One of the five patches raised the logit. It belongs to the mean, with its sign: five effects, divided by 5."],
      [2.975, "One of the five patches raised the logit. It belongs to the mean as well."],
      [-3.1, "The size is right. By how much does the logit fall: a number above zero."],
      [2.8, "The logit with the label painted over is 3.0. How far has it fallen from 6.3?"],
      [3, "That is the logit that is left. By how much has it fallen, and by how much more than with a patch elsewhere?"],
    ],
    "Two differences from 6.3: that of the patch on the label, and the mean of the five others. Then the one less the other.",
    { rounding: 1e-3 },
  ), // biome-ignore format: pairs
  because:
    "3.3 less 0.2. A patch of that size does little elsewhere, so on this photograph the answer hangs on what lies under this one: the label.",
  hints: [
    "How far does the logit fall with the label painted over? How far with each of the other patches, on average?",
    "6.3 - 3.0 = 3.3. The others: 0.2, -0.3, 0.4, 0.1 and 0.6.",
  ],
  solution: "3.3 - (0.2 - 0.3 + 0.4 + 0.1 + 0.6) / 5 = 3.3 - 0.2 = 3.1.",
};

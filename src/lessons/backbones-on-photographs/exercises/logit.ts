import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const logitFromMap: ExerciseContent = {
  title: "From a map to its logit",
  check: numberCheck(
    7.6,
    [
      [391.6, "That adds the bias to the sum. The network averages its maps, so the mean of the class activation map counts."],
      [8, "That is the mean. The bias of the class is still to be added."],
      [8.4, "The bias is -0.4: it lowers the logit."],
      [56, "That divides by the 7 of one side. The map has 7 · 7 numbers."],
      [55.6, "That divides by the 7 of one side. The map has 7 · 7 numbers."],
      [15.6, "Mean plus bias; nothing is doubled."],
      [0.2806, "The 1,280 channels are inside each number of the map already. Divide by the number of places."],
      [-0.0938, "The 1,280 channels are inside each number of the map already. Divide by the number of places."],
      [30.6, "The largest number says where the evidence is strongest. The logit is made of all 49: take their mean."],
      [31, "The largest number says where the evidence is strongest. The logit is made of all 49: take their mean."],
    ],
    "The logit is the mean of the map plus the bias of the class. How many numbers has the map?",
    { tolerance: 1e-3 },
  ), // biome-ignore format: pairs
  because:
    "392 / 49 is 8, and the bias takes 0.4 away. It works in this direction because averaging and weighting may change places: first the weighted sum of the maps, then the mean, or the other way round.",
  hints: [
    "The head weights the *means* of the maps. So the map's mean counts, not its sum.",
    "7 · 7 = 49 numbers; their mean is 392 / 49. Add the bias, which is negative.",
  ],
  solution: "392 / 49 - 0.4 = 7.6",
};

import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const gradCamWeight: ExerciseContent = {
  title: "The weight that Grad-CAM gives a channel",
  check: numberCheck(
    0.01,
    [
      [2.56, "That is the dense layer's weight, which multiplies the *mean* of the map. How much of the mean is one place?"],
      [0.16, "Divided by 16. The map has 16 rows and 16 columns, so there are more places than that."],
      [0.08, "Divided by 32. Rows and columns multiply: how many places has a map of 16 x 16?"],
      [655.36, "Multiplied by the number of places. If one place grows by 1, the mean grows by less than 1, not by more."],
      [0.00001, "Divided twice. Each place has the same slope, and the mean of equal numbers is that number."],
      [256, "That is how many places there are. What is the slope of the logit at one of them?"],
      [0, "Every place takes part in the mean, so each of them changes the logit a little."],
    ],
    "If the number at one place grows by 1, by how much does the mean of 256 places grow, and by how much then the logit?",
    { tolerance: 1e-6 },
  ), // biome-ignore format: pairs
  because:
    "One place is a 256th of the mean, so the logit's slope there is 2.56 / 256 = 0.01, and so it is at every place: the mean of the slopes is the same. That is why Grad-CAM here is CAM divided by height times width.",
  hints: [
    "Take one place and let it grow by 1. What happens to the mean of the whole map?",
    "The mean grows by 1/256. The logit grows by 2.56 times that.",
  ],
  solution: "2.56 / (16 · 16) = `0.01`.",
};

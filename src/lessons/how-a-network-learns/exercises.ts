import type { ExerciseContent } from "../exercise/content.js";
import { hiddenWeightSlope } from "./exercises/hidden.js";
import { intervalByHand } from "./exercises/interval.js";
import { shuffledTogether } from "./exercises/labels.js";
import { logitSlopes } from "./exercises/logits.js";
import { momentumStep } from "./exercises/momentum.js";
import { gradientStep } from "./exercises/step.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  gradientStep,
  logitSlopes,
  hiddenWeightSlope,
  shuffledTogether,
  momentumStep,
  intervalByHand,
];

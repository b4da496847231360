import type { ExerciseContent } from "../exercise/content.js";
import { denseByHand } from "./exercises/dense.js";
import { shuffledTogether } from "./exercises/labels.js";
import { denseParameters } from "./exercises/parameters.js";
import { permutedRows } from "./exercises/rows.js";
import { softmaxByHand } from "./exercises/softmax.js";
import { gradientStep } from "./exercises/step.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  denseByHand,
  gradientStep,
  softmaxByHand,
  denseParameters,
  shuffledTogether,
  permutedRows,
];

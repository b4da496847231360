import type { ExerciseContent } from "./content.js";
import { denseByHand } from "./lesson01/dense.js";
import { shuffledTogether } from "./lesson01/labels.js";
import { denseParameters } from "./lesson01/parameters.js";
import { permutedRows } from "./lesson01/rows.js";
import { softmaxByHand } from "./lesson01/softmax.js";
import { gradientStep } from "./lesson01/step.js";

/** Lesson 01, from by hand to open. */
export const lesson01: readonly ExerciseContent[] = [
  denseByHand,
  gradientStep,
  softmaxByHand,
  denseParameters,
  shuffledTogether,
  permutedRows,
];

import type { ExerciseContent } from "../exercise/content.js";
import { missingBend } from "./exercises/bend.js";
import { denseByHand } from "./exercises/dense.js";
import { denseParameters } from "./exercises/parameters.js";
import { permutedRows } from "./exercises/rows.js";
import { softmaxByHand } from "./exercises/softmax.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  denseByHand,
  softmaxByHand,
  denseParameters,
  permutedRows,
  missingBend,
];

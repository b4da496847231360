import type { ExerciseContent } from "../exercise/content.js";
import { ownCorrelate } from "./exercises/correlate.js";
import { diagonalDetector } from "./exercises/diagonal.js";
import { flippedKernel } from "./exercises/flipped.js";
import { kernelThatShifts } from "./exercises/shiftKernel.js";
import { stackedKernels } from "./exercises/stack.js";
import { sumByHand } from "./exercises/sum.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  sumByHand,
  ownCorrelate,
  stackedKernels,
  kernelThatShifts,
  flippedKernel,
  diagonalDetector,
];

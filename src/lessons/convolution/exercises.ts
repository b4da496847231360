import type { ExerciseContent } from "../exercise/content.js";
import { ownCorrelate } from "./exercises/correlate.js";
import { diagonalDetector } from "./exercises/diagonal.js";
import { flippedKernel } from "./exercises/flipped.js";
import { kernelThatShifts } from "./exercises/shiftKernel.js";
import { stackedKernels } from "./exercises/stack.js";
import { sumByHand } from "./exercises/sum.js";

/** Lesson 02, from by hand to open. */
export const lesson02: readonly ExerciseContent[] = [
  sumByHand,
  ownCorrelate,
  stackedKernels,
  kernelThatShifts,
  flippedKernel,
  diagonalDetector,
];

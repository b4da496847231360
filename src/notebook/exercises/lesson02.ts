import type { ExerciseContent } from "./content.js";
import { ownCorrelate } from "./lesson02/correlate.js";
import { diagonalDetector } from "./lesson02/diagonal.js";
import { flippedKernel } from "./lesson02/flipped.js";
import { kernelThatShifts } from "./lesson02/shiftKernel.js";
import { stackedKernels } from "./lesson02/stack.js";
import { sumByHand } from "./lesson02/sum.js";

/** Lesson 02, from by hand to open. */
export const lesson02: readonly ExerciseContent[] = [
  sumByHand,
  ownCorrelate,
  stackedKernels,
  kernelThatShifts,
  flippedKernel,
  diagonalDetector,
];

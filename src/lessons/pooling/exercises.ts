import type { ExerciseContent } from "../exercise/content.js";
import { smallestMove } from "./exercises/move.js";
import { backThroughOverlaps } from "./exercises/overlap.js";
import { repairedPadding } from "./exercises/repair.js";
import { gradientOfMaximum } from "./exercises/switches.js";
import { twinImages } from "./exercises/twins.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  gradientOfMaximum,
  backThroughOverlaps,
  smallestMove,
  repairedPadding,
  twinImages,
];

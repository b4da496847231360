import type { ExerciseContent } from "./content.js";
import { maximumAtTheBorder } from "./lesson05/border.js";
import { smallestMove } from "./lesson05/move.js";
import { repairedPadding } from "./lesson05/repair.js";
import { shapeAfterPooling } from "./lesson05/shape.js";
import { gradientOfMaximum } from "./lesson05/switches.js";
import { twinImages } from "./lesson05/twins.js";

/** Lesson 05, from by hand to open. */
export const lesson05: readonly ExerciseContent[] = [
  gradientOfMaximum,
  shapeAfterPooling,
  smallestMove,
  maximumAtTheBorder,
  repairedPadding,
  twinImages,
];

import type { ExerciseContent } from "../exercise/content.js";
import { maximumAtTheBorder } from "./exercises/border.js";
import { smallestMove } from "./exercises/move.js";
import { repairedPadding } from "./exercises/repair.js";
import { shapeAfterPooling } from "./exercises/shape.js";
import { gradientOfMaximum } from "./exercises/switches.js";
import { twinImages } from "./exercises/twins.js";

/** Lesson 05, from by hand to open. */
export const lesson05: readonly ExerciseContent[] = [
  gradientOfMaximum,
  shapeAfterPooling,
  smallestMove,
  maximumAtTheBorder,
  repairedPadding,
  twinImages,
];

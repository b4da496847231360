import type { ExerciseContent } from "../exercise/content.js";
import { maximumAtTheBorder } from "./exercises/border.js";
import { smallestMove } from "./exercises/move.js";
import { repairedPadding } from "./exercises/repair.js";
import { shapeAfterPooling } from "./exercises/shape.js";
import { gradientOfMaximum } from "./exercises/switches.js";
import { twinImages } from "./exercises/twins.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  gradientOfMaximum,
  shapeAfterPooling,
  smallestMove,
  maximumAtTheBorder,
  repairedPadding,
  twinImages,
];

import type { ExerciseContent } from "./content.js";
import { drawnDigit } from "./lesson06/drawing.js";
import { dropoutByHand } from "./lesson06/dropout.js";
import { lossOfGuessing } from "./lesson06/guessing.js";
import { parametersOfConv2 } from "./lesson06/parameters.js";
import { pixelScale } from "./lesson06/scale.js";
import { shapeAfterConv } from "./lesson06/shape.js";

/** Lesson 06, from by hand to open. */
export const lesson06: readonly ExerciseContent[] = [
  shapeAfterConv,
  parametersOfConv2,
  lossOfGuessing,
  dropoutByHand,
  pixelScale,
  drawnDigit,
];

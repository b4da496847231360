import type { ExerciseContent } from "../exercise/content.js";
import { drawnDigit } from "./exercises/drawing.js";

import { lossOfGuessing } from "./exercises/guessing.js";
import { parametersOfConv2 } from "./exercises/parameters.js";
import { pixelScale } from "./exercises/scale.js";
import { shapeAfterConv } from "./exercises/shape.js";
import { slopesBack } from "./exercises/slopesBack.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  shapeAfterConv,
  parametersOfConv2,
  lossOfGuessing,
  slopesBack,
  pixelScale,
  drawnDigit,
];

import type { ExerciseContent } from "../exercise/content.js";
import { controlledEffect } from "./exercises/counterfactual.js";
import { mapDifference } from "./exercises/difference.js";
import { pairedInterval } from "./exercises/interval.js";
import { trainedSubsampling } from "./exercises/lenet.js";
import { parametersSaved } from "./exercises/saved.js";
import { shapeBeforeFlatten } from "./exercises/shape.js";
import { silentShare } from "./exercises/silent.js";
import { slopesOfLogits } from "./exercises/slopes.js";
import { oneNumber } from "./exercises/sum.js";
import { sideSeen } from "./exercises/window.js";

/** Ten questions about one network, from its first number to a photograph; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  oneNumber,
  shapeBeforeFlatten,
  sideSeen,
  parametersSaved,
  trainedSubsampling,
  slopesOfLogits,
  silentShare,
  pairedInterval,
  mapDifference,
  controlledEffect,
];

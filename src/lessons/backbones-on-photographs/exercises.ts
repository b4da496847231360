import type { ExerciseContent } from "../exercise/content.js";
import { bestClasses } from "./exercises/best.js";
import { foldedNormalisation } from "./exercises/fold.js";
import { logitFromMap } from "./exercises/logit.js";
import { nearestMean } from "./exercises/means.js";
import { repairedScaling } from "./exercises/scaling.js";
import { separableWeights } from "./exercises/separable.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  separableWeights,
  foldedNormalisation,
  bestClasses,
  logitFromMap,
  repairedScaling,
  nearestMean,
];

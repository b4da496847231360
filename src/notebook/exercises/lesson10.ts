import type { ExerciseContent } from "./content.js";
import { bestClasses } from "./lesson10/best.js";
import { foldedNormalisation } from "./lesson10/fold.js";
import { logitFromMap } from "./lesson10/logit.js";
import { nearestMean } from "./lesson10/means.js";
import { repairedScaling } from "./lesson10/scaling.js";
import { separableWeights } from "./lesson10/separable.js";

/** Lesson 10, from by hand to open. */
export const lesson10: readonly ExerciseContent[] = [
  separableWeights,
  foldedNormalisation,
  bestClasses,
  logitFromMap,
  repairedScaling,
  nearestMean,
];

import type { ExerciseContent } from "../exercise/content.js";
import { bestClasses } from "./exercises/best.js";
import { foldedNormalisation } from "./exercises/fold.js";
import { logitFromMap } from "./exercises/logit.js";
import { nearestMean } from "./exercises/means.js";
import { repairedScaling } from "./exercises/scaling.js";
import { separableWeights } from "./exercises/separable.js";

/** Lesson 10, from by hand to open. */
export const lesson10: readonly ExerciseContent[] = [
  separableWeights,
  foldedNormalisation,
  bestClasses,
  logitFromMap,
  repairedScaling,
  nearestMean,
];

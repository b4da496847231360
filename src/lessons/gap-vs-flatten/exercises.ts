import type { ExerciseContent } from "../exercise/content.js";
import { logitByHand } from "./exercises/byHand.js";
import { dilutedLogit } from "./exercises/canvas.js";
import { fairScore } from "./exercises/fairScore.js";
import { savedParameters } from "./exercises/parameters.js";
import { anySizeNetwork } from "./exercises/repair.js";
import { twinMaps } from "./exercises/twins.js";

/** In the order of the lesson; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  logitByHand,
  savedParameters,
  twinMaps,
  fairScore,
  dilutedLogit,
  anySizeNetwork,
];

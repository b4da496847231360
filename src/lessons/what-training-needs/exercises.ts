import type { ExerciseContent } from "../exercise/content.js";
import { dropoutByHand } from "./exercises/dropout.js";
import { normaliseByHand } from "./exercises/normalise.js";
import { pairedRepair } from "./exercises/pairs.js";
import { patienceByHand } from "./exercises/patience.js";
import { stuckLoss } from "./exercises/stuckLoss.js";

/** In the order of the lesson; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  stuckLoss,
  normaliseByHand,
  dropoutByHand,
  patienceByHand,
  pairedRepair,
];

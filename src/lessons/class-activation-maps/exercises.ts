import type { ExerciseContent } from "../exercise/content.js";
import { biasDecides } from "./exercises/bias.js";
import { boxByHand } from "./exercises/box.js";
import { gradCamWeight } from "./exercises/gradient.js";
import { mapByHand } from "./exercises/map.js";
import { overlapFunction } from "./exercises/overlap.js";
import { repairedMask } from "./exercises/repair.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  mapByHand,
  gradCamWeight,
  overlapFunction,
  boxByHand,
  repairedMask,
  biasDecides,
];

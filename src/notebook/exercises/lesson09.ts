import type { ExerciseContent } from "./content.js";
import { biasDecides } from "./lesson09/bias.js";
import { boxByHand } from "./lesson09/box.js";
import { gradCamWeight } from "./lesson09/gradient.js";
import { mapByHand } from "./lesson09/map.js";
import { overlapFunction } from "./lesson09/overlap.js";
import { repairedMask } from "./lesson09/repair.js";

/** Lesson 09, from by hand to open. */
export const lesson09: readonly ExerciseContent[] = [
  mapByHand,
  gradCamWeight,
  overlapFunction,
  boxByHand,
  repairedMask,
  biasDecides,
];

import type { ExerciseContent } from "../exercise/content.js";
import { biasDecides } from "./exercises/bias.js";
import { boxByHand } from "./exercises/box.js";
import { gradCamWeight } from "./exercises/gradient.js";
import { mapByHand } from "./exercises/map.js";
import { overlapFunction } from "./exercises/overlap.js";
import { repairedMask } from "./exercises/repair.js";

/** Lesson 09, from by hand to open. */
export const lesson09: readonly ExerciseContent[] = [
  mapByHand,
  gradCamWeight,
  overlapFunction,
  boxByHand,
  repairedMask,
  biasDecides,
];

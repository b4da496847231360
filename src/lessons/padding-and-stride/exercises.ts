import type { ExerciseContent } from "../exercise/content.js";
import { outputOfStride } from "./exercises/output.js";
import { repairSame } from "./exercises/repair.js";
import { paddingOfSame } from "./exercises/same.js";
import { seenByLab } from "./exercises/seen.js";
import { stackThatSees } from "./exercises/stack.js";
import { countUses } from "./exercises/uses.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  outputOfStride,
  paddingOfSame,
  countUses,
  repairSame,
  seenByLab,
  stackThatSees,
];

import type { ExerciseContent } from "./content.js";
import { outputOfStride } from "./lesson03/output.js";
import { repairSame } from "./lesson03/repair.js";
import { paddingOfSame } from "./lesson03/same.js";
import { seenByLab } from "./lesson03/seen.js";
import { stackThatSees } from "./lesson03/stack.js";
import { countUses } from "./lesson03/uses.js";

/** Lesson 03, from by hand to open. */
export const lesson03: readonly ExerciseContent[] = [
  outputOfStride,
  paddingOfSame,
  countUses,
  repairSame,
  seenByLab,
  stackThatSees,
];

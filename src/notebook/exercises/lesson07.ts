import type { ExerciseContent } from "./content.js";
import { squaredDistances } from "./lesson07/distances.js";
import { ownEight } from "./lesson07/eight.js";
import { connectionsOfC1, parametersOfFullC3 } from "./lesson07/numbers.js";
import { subsamplingByHand } from "./lesson07/subsampling.js";
import { mendedTable } from "./lesson07/table.js";

/** Lesson 07, from by hand to open. */
export const lesson07: readonly ExerciseContent[] = [
  connectionsOfC1,
  subsamplingByHand,
  parametersOfFullC3,
  squaredDistances,
  mendedTable,
  ownEight,
];

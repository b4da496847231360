import type { ExerciseContent } from "../exercise/content.js";
import { squaredDistances } from "./exercises/distances.js";
import { ownEight } from "./exercises/eight.js";
import { connectionsOfC1, parametersOfFullC3 } from "./exercises/numbers.js";
import { subsamplingByHand } from "./exercises/subsampling.js";
import { mendedTable } from "./exercises/table.js";

/** Lesson 07, from by hand to open. */
export const lesson07: readonly ExerciseContent[] = [
  connectionsOfC1,
  subsamplingByHand,
  parametersOfFullC3,
  squaredDistances,
  mendedTable,
  ownEight,
];

import type { ExerciseContent } from "../exercise/content.js";
import { squaredDistances } from "./exercises/distances.js";
import { ownEight } from "./exercises/eight.js";
import { connectionsOfC1, parametersOfFullC3 } from "./exercises/numbers.js";
import { subsamplingByHand } from "./exercises/subsampling.js";
import { mendedTable } from "./exercises/table.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  connectionsOfC1,
  subsamplingByHand,
  parametersOfFullC3,
  squaredDistances,
  mendedTable,
  ownEight,
];

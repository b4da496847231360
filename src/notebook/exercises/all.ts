import type { ExerciseContent } from "./content.js";
import { lesson05 } from "./lesson05.js";
import { lesson06 } from "./lesson06.js";

/** The exercises of all lessons. */
export const all: readonly ExerciseContent[] = [...lesson05, ...lesson06];

import type { ExerciseContent } from "./content.js";
import { lesson02 } from "./lesson02.js";
import { lesson06 } from "./lesson06.js";

/** The exercises of all lessons. */
export const all: readonly ExerciseContent[] = [...lesson02, ...lesson06];

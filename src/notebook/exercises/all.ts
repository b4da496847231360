import type { ExerciseContent } from "./content.js";
import { lesson03 } from "./lesson03.js";
import { lesson06 } from "./lesson06.js";

/** The exercises of all lessons. */
export const all: readonly ExerciseContent[] = [...lesson03, ...lesson06];

import type { ExerciseContent } from "../exercise/content.js";
import { shuffledTogether } from "./exercises/labels.js";
import { gradientStep } from "./exercises/step.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [gradientStep, shuffledTogether];

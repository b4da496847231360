import type { ExerciseContent } from "./content.js";
import { lesson01 } from "./lesson01.js";
import { lesson02 } from "./lesson02.js";
import { lesson03 } from "./lesson03.js";
import { lesson04 } from "./lesson04.js";
import { lesson05 } from "./lesson05.js";
import { lesson06 } from "./lesson06.js";
import { lesson07 } from "./lesson07.js";
import { lesson08 } from "./lesson08.js";
import { lesson09 } from "./lesson09.js";
import { lesson10 } from "./lesson10.js";

/** The exercises of all lessons. */
export const all: readonly ExerciseContent[] = [
  ...lesson01,
  ...lesson02,
  ...lesson03,
  ...lesson04,
  ...lesson05,
  ...lesson06,
  ...lesson07,
  ...lesson09,
  ...lesson10,
  ...lesson08,
];

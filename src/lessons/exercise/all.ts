import type { ExerciseContent } from "./content.js";
import { lesson01 } from "../images-and-dense-layers/exercises.js";
import { lesson02 } from "../convolution/exercises.js";
import { lesson03 } from "../padding-and-stride/exercises.js";
import { lesson04 } from "../channels-and-parameters/exercises.js";
import { lesson05 } from "../pooling/exercises.js";
import { lesson06 } from "../mnist-cnn/exercises.js";
import { lesson07 } from "../lenet-5/exercises.js";
import { lesson08 } from "../gap-vs-flatten/exercises.js";
import { lesson09 } from "../class-activation-maps/exercises.js";
import { lesson10 } from "../backbones-on-photographs/exercises.js";

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

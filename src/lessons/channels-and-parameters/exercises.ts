import type { ExerciseContent } from "../exercise/content.js";
import { designedNetwork } from "./exercises/design.js";
import { parametersOfGroups } from "./exercises/groups.js";
import { oneByOneWork } from "./exercises/oneByOne.js";
import { reorderedMap } from "./exercises/order.js";
import { parametersOnColour } from "./exercises/parameters.js";
import { sumOverChannels } from "./exercises/sum.js";

/** Lesson 04, from by hand to open. */
export const lesson04: readonly ExerciseContent[] = [
  sumOverChannels,
  parametersOnColour,
  oneByOneWork,
  parametersOfGroups,
  reorderedMap,
  designedNetwork,
];

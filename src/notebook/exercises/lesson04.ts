import type { ExerciseContent } from "./content.js";
import { designedNetwork } from "./lesson04/design.js";
import { parametersOfGroups } from "./lesson04/groups.js";
import { oneByOneWork } from "./lesson04/oneByOne.js";
import { reorderedMap } from "./lesson04/order.js";
import { parametersOnColour } from "./lesson04/parameters.js";
import { sumOverChannels } from "./lesson04/sum.js";

/** Lesson 04, from by hand to open. */
export const lesson04: readonly ExerciseContent[] = [
  sumOverChannels,
  parametersOnColour,
  oneByOneWork,
  parametersOfGroups,
  reorderedMap,
  designedNetwork,
];

import type { ExerciseContent } from "../exercise/content.js";
import { ownFilter } from "./exercises/addChannels.js";
import { designedNetwork } from "./exercises/design.js";
import { parametersOfGroups } from "./exercises/groups.js";
import { oneByOneWork } from "./exercises/oneByOne.js";
import { reorderedMap } from "./exercises/order.js";
import { sumOverChannels } from "./exercises/sum.js";

/** From by hand to open; the place in the list is the exercise's number. */
export const exercises: readonly ExerciseContent[] = [
  sumOverChannels,
  ownFilter,
  oneByOneWork,
  parametersOfGroups,
  reorderedMap,
  designedNetwork,
];

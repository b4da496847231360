import type { ExerciseContent } from "./content.js";
import { logitByHand } from "./lesson08/byHand.js";
import { dilutedLogit } from "./lesson08/canvas.js";
import { placeInTheRow } from "./lesson08/order.js";
import { savedParameters } from "./lesson08/parameters.js";
import { anySizeNetwork } from "./lesson08/repair.js";
import { twinMaps } from "./lesson08/twins.js";

/** Lesson 08, from by hand to open. */
export const lesson08: readonly ExerciseContent[] = [
  logitByHand,
  savedParameters,
  placeInTheRow,
  dilutedLogit,
  anySizeNetwork,
  twinMaps,
];

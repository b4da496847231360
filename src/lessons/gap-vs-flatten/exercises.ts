import type { ExerciseContent } from "../exercise/content.js";
import { logitByHand } from "./exercises/byHand.js";
import { dilutedLogit } from "./exercises/canvas.js";
import { placeInTheRow } from "./exercises/order.js";
import { savedParameters } from "./exercises/parameters.js";
import { anySizeNetwork } from "./exercises/repair.js";
import { twinMaps } from "./exercises/twins.js";

/** Lesson 08, from by hand to open. */
export const lesson08: readonly ExerciseContent[] = [
  logitByHand,
  savedParameters,
  placeInTheRow,
  dilutedLogit,
  anySizeNetwork,
  twinMaps,
];

import { loadedForPictures } from "./forPictures.js";
import type { VegaLibraries } from "./vegaLibraries.js";

/** The twin of `vegaLibraries.ts` in a browser. */
export function vegaLibraries(): VegaLibraries {
  return loadedForPictures().libraries;
}

// What a browser fetches before it can draw. Nothing in Node asks for it.
import type { Raster, RasterOptions } from "./rasteriser.js";
import type { VegaLibraries } from "./vegaLibraries.js";

/** What drawing needs: Vega, and what turns SVG into pixels. */
export interface ForPictures {
  readonly libraries: VegaLibraries;
  rasterise(svg: string, options: RasterOptions): Raster;
}

let loaded: ForPictures | undefined;

/** Says that all is there. */
export function picturesReady(all: ForPictures): void {
  loaded = all;
}

/**
 * What was loaded.
 *
 * @throws {Error} if it is not there yet
 */
export function loadedForPictures(): ForPictures {
  if (loaded !== undefined) return loaded;
  throw new Error("Cannot draw the picture: what draws is not loaded yet. Run the cell again.");
}

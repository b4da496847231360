import { loadedForPictures } from "./forPictures.js";
import type { Raster, RasterOptions } from "./rasteriser.js";

/** The twin of `rasteriser.ts` in a browser. */
export function rasterPixels(svg: string, options: RasterOptions): Raster {
  return loadedForPictures().rasterise(svg, options);
}

import { type Grid, gridIn } from "../networkExplorer/layout.js";
import type { MapSizes } from "../networkExplorer/stage.js";

// Where the parts stand, in CSS pixels.

export const width = 572;
export const height = 436;
export const wordsTop = 342;
const top = 40;
const paperSize = 280;
const thumb = { left: 296, size: 86, pitch: 95 };
/** The logits: names, bars from the first to the second, and their numbers. */
export const bars = { left: 296, top: 158, pitch: 16.5, names: 72, bar: 56, most: 10 };

/** The four pictures: the one to paint on, the untouched one, and the two maps. */
export interface Grids {
  readonly paper: Grid;
  readonly untouched: Grid;
  readonly before: Grid;
  readonly after: Grid;
}

export function gridsOf(picture: MapSizes, map: MapSizes): Grids {
  const one = (sizes: MapSizes) => ({ ...sizes, maps: 1 });
  const small = (at: number, sizes: MapSizes) => {
    const room = { top, width: thumb.size, height: thumb.size, largest: thumb.size };
    return gridIn({ ...room, left: thumb.left + at * thumb.pitch }, one(sizes), 0);
  };
  return {
    paper: gridIn({ left: 0, top, width: paperSize, height: paperSize, largest: 40 }, one(picture), 0),
    untouched: small(0, picture),
    before: small(1, map),
    after: small(2, map),
  };
}

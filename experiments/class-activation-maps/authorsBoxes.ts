import { type Box, connectedComponents, type Matrix } from "convlab";
import { boxArea } from "convlab/lessons";

/** The three levels of gray that the authors' `generate_bbox.m` passes on. */
const levels = [20, 100, 110];
/** Of 255: what lies nearer to the edge of its region than this share of the greatest distance is cut away. */
const depth = 10;

/**
 * The boxes that the CAM paper's published code makes of a map, the largest first, as `bboxgenerator/dt_box.cpp` makes them: at each of
 * three levels the regions above it, each thinned by the distance to its edge; a box around each region; from large to
 * small, a box goes when an earlier one covers more than half of the larger of the two. Left out are its margins of five
 * pixels at the lower and right edges, which maps of 64 pixels have no room for.
 */
export function authorsBoxes(map: Matrix): Box[] {
  const largest = Math.max(...map.flat());
  if (largest <= 0) return [];
  // The heat map is written as a gray picture: its maximum becomes 255, what is below zero 0.
  const gray = map.map((row) => row.map((value) => Math.round((255 * Math.max(0, value)) / largest)));
  const boxes = levels
    .map((level) => thinned(gray.map((row) => row.map((value) => Number(value > level)))))
    .flatMap((mask) => connectedComponents(mask).map(({ box }) => box))
    .sort((a, b) => boxArea(b) - boxArea(a));
  const kept: Box[] = [];
  for (const box of boxes) if (!kept.some((before) => overlapsMuch(before, box))) kept.push(box);
  return kept;
}

/** A mask without what lies near the edges of its regions. */
function thinned(mask: number[][]): number[][] {
  const distances = distancesToEdge(mask);
  const greatest = Math.max(...distances.flat());
  if (!Number.isFinite(greatest)) return mask;
  return distances.map((row) => row.map((value) => Number(Math.round((255 * value) / greatest) > depth)));
}

/** For each pixel of a mask the distance to the nearest pixel outside it: down the columns first, then along the rows. */
function distancesToEdge(mask: number[][]): number[][] {
  const down = mask.map((row) => row.map((value) => (value === 0 ? 0 : Number.POSITIVE_INFINITY)));
  const rows = [...down.keys()];
  for (const [order, back] of [
    [rows, -1],
    [rows.toReversed(), 1],
  ] as const) {
    for (const y of order) {
      const neighbours = down[y + back];
      down[y] = (down[y] ?? []).map((value, x) =>
        Math.min(value, (neighbours?.[x] ?? Number.POSITIVE_INFINITY) + 1),
      );
    }
  }
  return down.map((row) => row.map((_, x) => nearestIn(row, x)));
}

/** Outwards from x, as far as a nearer one can lie. */
function nearestIn(down: readonly number[], x: number): number {
  let nearest = down[x] ?? Number.POSITIVE_INFINITY;
  for (let away = 1; away < nearest && away < down.length; away++) {
    for (const value of [down[x - away], down[x + away]]) {
      if (value !== undefined) nearest = Math.min(nearest, Math.hypot(value, away));
    }
  }
  return nearest;
}

function overlapsMuch(a: Box, b: Box): boolean {
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return Math.max(0, height) * Math.max(0, width) > 0.5 * Math.max(boxArea(a), boxArea(b));
}

import { indexOfLargest } from "../largest.js";
import { requireSome } from "../lists.js";
import type { Matrix } from "../matrix.js";
import { type Box, boxHolds, intersectionOverUnion } from "./boxes.js";
import { boxFromMap, peakOf } from "./boxFromMap.js";

/** What a map is measured against. */
export interface Located {
  map: Matrix;
  /** Where the object is, in pixels of the map. */
  truth: Box;
  /** Whether the class that the map belongs to is the right one. */
  right: boolean;
}

/**
 * Intersection over union of truth and the box of each map, at one threshold for all. A map without a box has 0.
 *
 * @param threshold share of each map's maximum, from 0 to 1
 * @throws {RangeError} if {@link boxFromMap} refuses a map or the threshold
 * @example overlaps([{ map: [[0, 5], [0, 4]], truth: { top: 0, left: 0, bottom: 2, right: 2 }, right: true }], 0.2)
 * // [0.5]
 */
export function overlaps(found: readonly Located[], threshold: number): number[] {
  return found.map(({ map, truth }) => {
    const box = boxFromMap(map, { threshold });
    return box === undefined ? 0 : intersectionOverUnion(box, truth);
  });
}

/**
 * The share of images whose class is right and whose box overlaps the truth by half or more: intersection over union >= 0.5.
 *
 * @param threshold share of each map's maximum, from 0 to 1
 * @throws {RangeError} if there are no maps, or {@link boxFromMap} refuses one
 * @see Russakovsky and others, *ImageNet large scale visual recognition challenge*, 2015
 */
export function localisedShare(found: readonly Located[], threshold: number): number {
  requireSome("measure maps", "map", found);
  const ious = overlaps(found, threshold);
  return found.filter(({ right }, index) => right && (ious[index] as number) >= 0.5).length / found.length;
}

/**
 * The pointing game: the share of maps whose largest value lies inside the box.
 *
 * @throws {RangeError} if there are no maps
 * @see Zhang and others, *Top-down neural attention by excitation backprop*, ECCV 2016
 */
export function pointingShare(found: readonly Located[]): number {
  requireSome("measure maps", "map", found);
  return found.filter(({ map, truth }) => boxHolds(truth, peakOf(map))).length / found.length;
}

/**
 * The threshold that localises most by {@link localisedShare}: the first of those that are equally good.
 *
 * @throws {RangeError} if there are no maps or no thresholds
 */
export function bestThreshold(found: readonly Located[], thresholds: readonly number[]): number {
  requireSome("choose a threshold", "threshold", thresholds);
  const shares = thresholds.map((threshold) => localisedShare(found, threshold));
  return thresholds[indexOfLargest(shares)] as number;
}

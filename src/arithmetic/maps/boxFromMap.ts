import { type Matrix, sizeOf } from "../matrix.js";
import { requireOptions } from "../options.js";
import type { Box } from "./boxes.js";
import { connectedComponents } from "./components.js";

/**
 * The box that a map points out: around the largest connected component of the pixels above a share of the map's maximum.
 * Of components equally large the first in row order counts. Nothing if no pixel is above: so for a map without a positive
 * value, whatever the threshold.
 *
 * @param options.threshold share of the maximum, from 0 to 1. @default {0.2}
 * @throws {TypeError} if the map is not rows of numbers, or an option has another name
 * @throws {RangeError} if it is empty or ragged or holds NaN, or the threshold is no share
 * @example boxFromMap([[0, 0, 0], [0, 5, 4], [0, 1, 0]])
 * // { top: 1, left: 1, bottom: 2, right: 3 }: 1 is not above 0.2 x 5
 * @see Zhou, Khosla, Lapedriza, Oliva and Torralba, *Learning deep features for discriminative localization*, CVPR 2016:
 * the rule and the 20%
 */
export function boxFromMap(map: Matrix, options: { threshold?: number } = {}): Box | undefined {
  requireOptions("cut a map", options, ["threshold"]);
  const { threshold = 0.2 } = options;
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new RangeError(
      `Cannot cut a map at the threshold ${threshold}. Give a share of its maximum, from 0 to 1, such as 0.2.`,
    );
  }
  const maximum = peakOf(map).value;
  if (maximum === Infinity) {
    throw new RangeError(
      "Cannot cut a map whose maximum is Infinity: no share of it is a level. Give finite numbers.",
    );
  }
  if (maximum <= 0) return undefined;
  const components = connectedComponents(aboveLevel(map, threshold * maximum));
  const most = Math.max(...components.map(({ pixels }) => pixels));
  return components.find(({ pixels }) => pixels === most)?.box;
}

/**
 * 1 where a map is strictly greater than a level, 0 elsewhere.
 *
 * @example aboveLevel([[1, 2, 3]], 2) // [[0, 0, 1]]
 */
export function aboveLevel(map: Matrix, level: number): number[][] {
  return map.map((row) => row.map((value) => (value > level ? 1 : 0)));
}

/**
 * The largest value of a map and where it stands: the first place in row order if there are several.
 *
 * @throws {TypeError} if the map is not rows of numbers
 * @throws {RangeError} if it is empty or ragged or holds NaN
 * @example peakOf([[1, 5], [2, 5]]) // { row: 0, column: 1, value: 5 }
 */
export function peakOf(map: Matrix): { row: number; column: number; value: number } {
  sizeOf(map, "find the peak", "map");
  const best = { row: 0, column: 0, value: -Infinity };
  for (const [row, values] of map.entries()) {
    for (let column = 0; column < values.length; column++) {
      const value = values[column] as number;
      if (value > best.value) Object.assign(best, { row, column, value });
    }
  }
  return best;
}

import type { Arm } from "../../charts/comparison.js";
import type { StoredRow } from "../results/experiment.js";
import { measuredArms } from "./measuredArms.js";

/** Side of the noise images, in pixels. */
export const noiseSide = 48;

/** How far off, in pixels, somebody is who always says "in the middle", by the distance from the border. */
export const middleError = (distance: number): number => (noiseSide - 1) / 2 - distance;

/**
 * How far off the networks of `padding-and-stride/position` are in the mean, in pixels, at a distance from the border: the arms with
 * one number a seed.
 *
 * @param distance in pixels, 0 at the border
 * @throws {RangeError} if nothing was measured at that distance
 */
export function positionErrors(rows: readonly StoredRow[], distance: number): Arm[] {
  return measuredArms(rows, ({ errorInPixels }) => {
    const error = (errorInPixels as readonly number[])[distance];
    if (error !== undefined) return error;
    throw new RangeError(
      `Cannot tell errors ${distance} pixels from the border: they were measured from 0 to ${noiseSide / 2 - 1}. Give one of these.`,
    );
  });
}

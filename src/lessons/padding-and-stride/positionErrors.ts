import { armOf, storedRows } from "../results/experiment.js";

/** Side of the noise images, in pixels. */
const noiseSide = 48;

/** How far off, in pixels, somebody is who always says "in the middle", by the distance from the border. */
export const middleErrors: readonly number[] = Array.from(
  { length: noiseSide / 2 },
  (_, distance) => (noiseSide - 1) / 2 - distance,
);

/**
 * How far off the networks of `padding-and-stride/position` are in the mean, in pixels: by the distance from the border, from 0 for
 * its own pixels, one number a seed.
 *
 * @param arm "zeros around" or "wrapped around"
 * @throws {RangeError} if there is no such arm
 */
export async function positionErrors(arm: string): Promise<number[][]> {
  const rows = await storedRows("padding-and-stride/position");
  const own = rows.filter((row) => armOf(row) === arm).sort((a, b) => a.seed - b.seed);
  if (own.length === 0) {
    const names = [...new Set(rows.map(armOf))].map((name) => `"${name}"`).join(" or ");
    throw new RangeError(`Cannot tell the errors of "${arm}": nobody measured it. Give ${names}.`);
  }
  const errors = own.map(({ result }) => result.errorInPixels as readonly number[]);
  return middleErrors.map((_, distance) => errors.map((bySeed) => bySeed[distance] as number));
}

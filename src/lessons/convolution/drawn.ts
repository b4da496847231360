import type { Matrix } from "../../arithmetic/matrix.js";
import { normal, seeded } from "../../arithmetic/random.js";
import { requireWhole } from "../../arithmetic/whole.js";

/**
 * A square kernel with weights from the normal distribution. The same seed draws the same kernel.
 *
 * @throws {RangeError} if the seed is no whole number, or the side none from 1
 * @example drawnKernel(1, 5).length // 5 rows
 */
export function drawnKernel(seed: number, side = 3): Matrix {
  requireWhole("draw a kernel", { side }, { from: 1 });
  const random = seeded(seed);
  return square(side, () => normal(random));
}

/**
 * An image of noise, 28x28: each pixel is drawn by itself, from 0 to 1.
 *
 * @throws {RangeError} if the seed is no whole number
 * @example noiseImage(1).flat().length // 784
 */
export function noiseImage(seed: number): Matrix {
  return square(28, seeded(seed));
}

/** A table of so many rows and columns, filled row by row. */
export function square(side: number, next: () => number): Matrix {
  return Array.from({ length: side }, () => Array.from({ length: side }, next));
}

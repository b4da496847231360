import type { Matrix } from "../../arithmetic/matrix.js";
import { maxPool } from "../../arithmetic/pool.js";

const side = 64;
const steps = [-3, -2, -1, 0, 1, 2, 3];

/**
 * For how many of 49 moves, by up to three pixels in each direction, a circle in 64x64 pixels looks the same after so many 2x2 maxima,
 * one behind the other. The move by nothing is one of them.
 *
 * @param radius of the circle, pixels
 * @example unchangedMoves(28, 4) // 49
 */
export function unchangedMoves(radius: number, poolings: number): number {
  const left = (image: Matrix) => {
    let map = image;
    for (let at = 0; at < poolings; at++) map = maxPool(map, { size: 2 });
    return JSON.stringify(map);
  };
  const unmoved = left(circle(radius, 0, 0));
  const moves = steps.flatMap((down) => steps.map((right) => left(circle(radius, down, right))));
  return moves.filter((map) => map === unmoved).length;
}

/** A line of two pixels around the middle, moved. */
function circle(radius: number, down: number, right: number): Matrix {
  const middle = side / 2;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) =>
      Math.abs(Math.hypot(y - middle - down, x - middle - right) - radius) < 1 ? 255 : 0,
    ),
  );
}

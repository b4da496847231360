import { type Matrix, sizeOf } from "../matrix.js";
import { requireWhole } from "../whole.js";

/**
 * A map drawn larger, linear between its values, so that it lies on the image that it belongs to. The value of a pixel is
 * taken to stand in the pixel's middle, and both images have the same edges: a value of a 2x2 map lands in the middle of
 * its quarter, nothing is shifted. Beyond the outermost middles the outermost value stays.
 *
 * With a whole factor the mean of the map stays as it is.
 *
 * @param size in pixels, not smaller than the map
 * @throws {TypeError} if the map is not rows of numbers
 * @throws {RangeError} if it is empty or ragged or holds NaN, or a side of the size is no whole number from its own
 * @example enlarge([[0, 4]], { height: 1, width: 4 }) // [[0, 1, 3, 4]]
 */
export function enlarge(map: Matrix, size: { height: number; width: number }): Matrix {
  const { height, width } = sizeOf(map, "enlarge", "map");
  requireWhole("enlarge a map", { height: size.height }, { from: height });
  requireWhole("enlarge a map", { width: size.width }, { from: width });
  const rows = between(height, size.height);
  const columns = between(width, size.width);
  return rows.map(([above, below, down]) =>
    columns.map(([before, after, across]) => {
      const value = (row: number, column: number) => map[row]?.[column] as number;
      const upper = value(above, before) * (1 - across) + value(above, after) * across;
      const lower = value(below, before) * (1 - across) + value(below, after) * across;
      return upper * (1 - down) + lower * down;
    }),
  );
}

/** For each of `to` new pixels along an axis: the old ones on both sides of its middle, and how far it is to the second. */
function between(from: number, to: number): [before: number, after: number, share: number][] {
  return Array.from({ length: to }, (_, pixel) => {
    const place = Math.min(from - 1, Math.max(0, ((pixel + 0.5) * from) / to - 0.5));
    const before = Math.min(Math.floor(place), Math.max(0, from - 2));
    return [before, Math.min(before + 1, from - 1), place - before];
  });
}

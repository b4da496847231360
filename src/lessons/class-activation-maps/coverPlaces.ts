import type { Box } from "../../arithmetic/maps/boxes.js";
import type { Digits } from "../../images/digits/digits.js";

/**
 * A square around a place, moved inside where it would reach out.
 *
 * @throws {RangeError} if it is larger than the picture
 * @example squareAround({ row: 0, column: 5 }, 4, { height: 8, width: 8 }) // { top: 0, left: 3, bottom: 4, right: 7 }
 */
export function squareAround(
  { row, column }: { readonly row: number; readonly column: number },
  side: number,
  { height, width }: { readonly height: number; readonly width: number },
): Box {
  if (side > height || side > width) {
    throw new RangeError(
      `Cannot cover a square of ${side} pixels a side in a picture of ${height} x ${width}. Take a smaller one.`,
    );
  }
  const held = (middle: number, length: number) =>
    Math.max(0, Math.min(length - side, middle - Math.floor(side / 2)));
  const [top, left] = [held(row, height), held(column, width)];
  return { top, left, bottom: top + side, right: left + side };
}

/**
 * Of all squares as large as a box that do not touch it, the one with most ink: the first in row order of equals.
 *
 * @throws {RangeError} if there is no room for another
 */
export function inkiestElsewhere({ height, width, pixels }: Digits, index: number, box: Box): Box {
  const side = box.bottom - box.top;
  let best: { ink: number; box: Box } | undefined;
  for (let top = 0; top + side <= height; top++) {
    for (let left = 0; left + side <= width; left++) {
      if (Math.abs(top - box.top) < side && Math.abs(left - box.left) < side) continue;
      let ink = 0;
      for (let row = top; row < top + side; row++) {
        const start = (index * height + row) * width + left;
        for (let at = start; at < start + side; at++) ink += pixels[at] as number;
      }
      if (best === undefined || ink > best.ink) {
        best = { ink, box: { top, left, bottom: top + side, right: left + side } };
      }
    }
  }
  if (best !== undefined) return best.box;
  throw new RangeError(
    `Cannot cover elsewhere: beside ${side} x ${side} pixels a picture of ${height} x ${width} has no room for as many. Take a smaller square.`,
  );
}

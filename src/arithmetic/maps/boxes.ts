/** A rectangle of pixels; `bottom` and `right` are the first row and column outside, so that height = bottom - top. */
export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * The pixels in a box.
 *
 * @throws {TypeError} if a side is missing or no number
 * @throws {RangeError} if a side lies before its opposite
 * @example boxArea({ top: 1, left: 1, bottom: 3, right: 4 }) // 6
 */
export function boxArea(box: Box): number {
  const { top, left, bottom, right } = checked(box);
  return (bottom - top) * (right - left);
}

/**
 * How well two boxes agree: the area that they share, divided by the area that they cover together. 1 for equal boxes, 0
 * for boxes that share nothing, and for two that are empty.
 *
 * @throws {TypeError} if a side is missing or no number
 * @throws {RangeError} if a side lies before its opposite
 * @example
 * const box = { top: 0, left: 0, bottom: 2, right: 2 };
 * intersectionOverUnion(box, { top: 0, left: 1, bottom: 2, right: 3 }) // 2 / 6: two pixels of six
 */
export function intersectionOverUnion(a: Box, b: Box): number {
  const together = boxArea(a) + boxArea(b);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const shared = Math.max(0, height) * Math.max(0, width);
  return together === 0 ? 0 : shared / (together - shared);
}

/**
 * Whether a pixel lies in a box: `bottom` and `right` are outside.
 *
 * @throws {TypeError} if a side is missing or no number
 * @throws {RangeError} if a side lies before its opposite
 * @example boxHolds({ top: 0, left: 0, bottom: 2, right: 2 }, { row: 2, column: 0 }) // false
 */
export function boxHolds(box: Box, { row, column }: { row: number; column: number }): boolean {
  const { top, left, bottom, right } = checked(box);
  return row >= top && row < bottom && column >= left && column < right;
}

/** A box that holds nothing yet, for {@link growBox}. */
export function emptyBox(): Box {
  return { top: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, bottom: 0, right: 0 };
}

/** Grows a box, in place, to hold a pixel. */
export function growBox(box: Box, row: number, column: number): void {
  box.top = Math.min(box.top, row);
  box.left = Math.min(box.left, column);
  box.bottom = Math.max(box.bottom, row + 1);
  box.right = Math.max(box.right, column + 1);
}

function checked(box: Box): Box {
  if (typeof box !== "object" || box === null) {
    throw new TypeError(`Cannot use ${box} as a box. Give { top, left, bottom, right } in pixels.`);
  }
  for (const side of ["top", "left", "bottom", "right"] as const) {
    if (!Number.isFinite(box[side])) {
      throw new TypeError(`Cannot use a box with ${side} ${box[side]}. Give a number of pixels.`);
    }
  }
  if (box.bottom < box.top || box.right < box.left) {
    throw new RangeError(
      `Cannot use the box ${JSON.stringify(box)}: it ends before it begins. Give bottom >= top and right >= left.`,
    );
  }
  return box;
}

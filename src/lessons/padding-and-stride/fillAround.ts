import type { Matrix } from "../../arithmetic/matrix.js";
import { requireWhole } from "../../arithmetic/whole.js";

/** What can stand around an image: zeros, the image as in a mirror, or its opposite border. */
export type Fill = "zeros" | "mirror" | "wrap";

/** The pixel that stands at a place outside, along one axis; `undefined` for a zero. */
const sources: Readonly<Record<Fill, (place: number, length: number) => number | undefined>> = {
  zeros: (place, length) => (place >= 0 && place < length ? place : undefined),
  mirror: (place, length) => (place < 0 ? -1 - place : Math.min(place, 2 * length - 1 - place)),
  wrap: (place, length) => (place + length) % length,
};

/**
 * An image with `amount` pixels more on each side, filled by a rule: {@link Fill}.
 *
 * @throws {RangeError} if the amount is no whole number from 0, or larger than the image is along one of its sides
 * @example fillAround([[1, 2]], 1, "wrap") // three rows of 2, 1, 2, 1
 */
export function fillAround(image: Matrix, amount: number, fill: Fill): number[][] {
  const [height, width] = [image.length, image[0]?.length ?? 0];
  requireWhole("fill what is around an image", { amount }, { from: 0, to: Math.min(height, width) });
  const along = (length: number) =>
    Array.from({ length: length + 2 * amount }, (_, at) => sources[fill](at - amount, length));
  return along(height).map((row) =>
    along(width).map((column) =>
      row === undefined || column === undefined ? 0 : (image[row]?.[column] ?? 0),
    ),
  );
}

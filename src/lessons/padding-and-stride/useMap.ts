import type { AxisWindow } from "../../arithmetic/window.js";
import { useCounts } from "./useCounts.js";

/**
 * How many windows take each pixel of a square image: `length` rows of `length` counts, the product of {@link useCounts} along row
 * and column.
 *
 * @throws {RangeError} if {@link useCounts} refuses the window
 * @example useMap(3, { kernel: 2 }) // [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
 */
export function useMap(length: number, window: AxisWindow): number[][] {
  const counts = useCounts(length, window);
  return counts.map((inRow) => counts.map((inColumn) => inRow * inColumn));
}

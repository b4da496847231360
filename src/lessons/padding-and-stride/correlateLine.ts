import { crossCorrelate } from "../../arithmetic/correlate.js";
import type { AxisWindow } from "../../arithmetic/window.js";

/** How a kernel slides along a line of pixels; its length is that of its weights. */
export type LineSlide = Omit<AxisWindow, "kernel">;

/**
 * `crossCorrelate` along a single line: the sums of a kernel that slides over it, as many as `outputLength` says.
 *
 * @throws {RangeError} if pixels or weights are empty or not finite, or the window does not fit
 * @example correlateLine([1, 2, 3, 4, 5], [1, 1, 1], { padding: "same" }) // [3, 6, 9, 12, 9]
 */
export function correlateLine(
  pixels: readonly number[],
  weights: readonly number[],
  slide: LineSlide = {},
): number[] {
  const { stride = 1, dilation = 1, padding = "valid" } = slide;
  const [row = []] = crossCorrelate([pixels], [weights], {
    stride: { rows: 1, columns: stride },
    dilation: { rows: 1, columns: dilation },
    padding: { rows: "valid", columns: padding },
  });
  return [...row];
}

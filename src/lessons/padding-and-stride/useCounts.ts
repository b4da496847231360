import { type AxisWindow, outputLength, paddingOf } from "../../arithmetic/window.js";

/**
 * How many windows take each pixel along one axis, one number for each of the `length` pixels. Padding is not listed. On two
 * axes the counts multiply: a pixel is used (uses of its row) x (uses of its column) times.
 *
 * @throws {RangeError} if {@link outputLength} refuses the window
 * @example useCounts(5, { kernel: 3 }) // [1, 2, 3, 2, 1]
 */
export function useCounts(length: number, window: AxisWindow): number[] {
  const { kernel, stride = 1, dilation = 1 } = window;
  const outputs = outputLength(length, window);
  const [before] = paddingOf(length, window);
  const counts = new Array<number>(length).fill(0);
  for (let output = 0; output < outputs; output++) {
    for (let weight = 0; weight < kernel; weight++) {
      const pixel = output * stride - before + weight * dilation;
      if (pixel >= 0 && pixel < length) counts[pixel] = (counts[pixel] as number) + 1;
    }
  }
  return counts;
}

import { type AxisWindow, outputLength, paddingOf } from "../../../arithmetic/window.js";

/**
 * Which pixels of a line each number on top of a stack of windows depends on. Unlike the receptive field, which is a length, this
 * leaves out padding, pixels that a stride jumps over and the holes of dilation.
 *
 * @throws {RangeError} if a window does not fit
 */
export function pixelsSeen(length: number, layers: readonly AxisWindow[]): readonly ReadonlySet<number>[] {
  let seen: ReadonlySet<number>[] = Array.from({ length }, (_, pixel) => new Set([pixel]));
  for (const layer of layers) {
    const { kernel, stride = 1, dilation = 1 } = layer;
    const [before] = paddingOf(seen.length, layer);
    const places = outputLength(seen.length, layer);
    const below = seen;
    seen = Array.from({ length: places }, (_, place) => {
      const first = place * stride - before;
      const weights = Array.from({ length: kernel }, (__, weight) => first + weight * dilation);
      return new Set(weights.flatMap((at) => [...(below[at] ?? [])]));
    });
  }
  return seen;
}

/** What the number on top that sees most sees. */
export function mostSeen(length: number, layers: readonly AxisWindow[]): ReadonlySet<number> {
  return pixelsSeen(length, layers).reduce((best, each) => (each.size > best.size ? each : best));
}

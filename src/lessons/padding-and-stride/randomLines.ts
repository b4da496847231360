import { seeded } from "../../arithmetic/random.js";
import { requireWhole } from "../../arithmetic/whole.js";
import type { LineSlide } from "./correlateLine.js";

/** A line of pixels, a kernel that fits on it, and how it slides. */
export interface LineCase {
  readonly pixels: readonly number[];
  readonly weights: readonly number[];
  readonly slide: Required<LineSlide>;
}

const paddings = ["valid", "same", "full"] as const;

/**
 * Lines and kernels drawn at random, whole numbers from -9 to 9: up to 40 pixels, 7 weights, stride 4, dilation 3, and the three
 * paddings that have a name. Stride or dilation is 1, since TensorFlow refuses both at once.
 *
 * @throws {RangeError} if the count is no whole number from 1
 * @example randomLines(1, 1)[0].slide // { stride: 3, dilation: 1, padding: "valid" }
 */
export function randomLines(count: number, seed: number): LineCase[] {
  requireWhole("draw lines", { count }, { from: 1 });
  const random = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const numbers = (length: number) => Array.from({ length }, () => whole(-9, 9));
  return Array.from({ length: count }, () => {
    const weights = numbers(whole(1, 7));
    const stride = whole(1, 4);
    const dilation = stride === 1 ? whole(1, 3) : 1;
    const pixels = numbers(whole((weights.length - 1) * dilation + 1, 40));
    return { pixels, weights, slide: { stride, dilation, padding: paddings[whole(0, 2)] ?? "valid" } };
  });
}

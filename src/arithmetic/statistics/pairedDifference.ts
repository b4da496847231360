import { requireOneEach } from "../lists.js";
import { type MeanInterval, meanInterval, requireMeasurements } from "./meanInterval.js";

/** A mean difference of pairs with its interval. */
export interface PairedDifference extends MeanInterval {
  /** How many pairs there were: seeds, as a rule. */
  readonly n: number;
  /** Whether the interval leaves out zero. A difference whose interval holds zero is not shown by so many seeds. */
  readonly shown: boolean;
}

/**
 * The mean difference `a - b` of measurements that belong together pair by pair, such as two networks with the same seeds, with its
 * interval by Student's t. What both of a pair share, an easy start or hard digits, falls out of it, so that it is narrower than
 * two intervals side by side.
 *
 * @param a one number a seed
 * @param b as many, of the same seeds in the same order
 * @param confidence the share of intervals that hold the true difference. @default {0.95}
 * @throws {RangeError} if there are not as many of each, fewer than two, one is not finite, or the confidence is not between 0 and 1
 * @example pairedDifference([12, 15, 11], [9, 11, 8]) // { mean: 3.33, low: 1.9, high: 4.77, n: 3, shown: true }
 * @see Student, *The probable error of a mean*, 1908
 */
export function pairedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  confidence = 0.95,
): PairedDifference {
  const action = "tell the difference of pairs";
  requireOneEach(action, { "numbers in a": a, "in b": b });
  const first = requireMeasurements(action, a, "number");
  const second = requireMeasurements(action, b, "number");
  const differences = first.map((value, index) => differenceOf(value, second[index] as number));
  const interval = meanInterval(differences, confidence);
  return { ...interval, n: differences.length, shown: interval.low > 0 || interval.high < 0 };
}

/** What the rounding of the last binary digits leaves, such as of 0.3 and 0.1 + 0.2, is no difference: every seed would show it. */
function differenceOf(a: number, b: number): number {
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= rounding ? 0 : a - b;
}

import { mean, standardError } from "./statistics.js";
import { studentFactor } from "./studentT.js";

/** A mean and the interval that holds the true one, with the confidence that was asked for. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The mean of measurements with its interval by Student's t: of a hundred such intervals, 95 hold the true mean, if the
 * measurements are independent and their errors roughly normal. Three seeds reach 4.3 standard errors to either side, ten 2.3.
 *
 * @param confidence the share of intervals that hold the true mean. @default {0.95}
 * @throws {RangeError} if there are fewer than two numbers, one is not finite, or the confidence is not between 0 and 1
 * @example meanInterval([97, 98, 99]) // { mean: 98, low: 95.52, high: 100.48 }
 * @see Student, *The probable error of a mean*, 1908
 */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): MeanInterval {
  const numbers = requireMeasurements("tell the interval of a mean", values);
  const reach = studentFactor(confidence, numbers.length - 1) * standardError(numbers);
  const center = mean(numbers);
  return { mean: center, low: center - reach, high: center + reach };
}

/**
 * The measurements as a list, after refusing those that tell no spread.
 *
 * @throws {RangeError} if there are fewer than two numbers, or one is not finite
 */
export function requireMeasurements(action: string, values: ArrayLike<number>, name = "value"): number[] {
  if (values.length < 2) {
    throw new RangeError(
      `Cannot ${action}: there ${values.length === 1 ? `is one ${name}` : `are ${values.length} ${name}s`}. Give at least two, one a seed.`,
    );
  }
  const numbers = Array.from(values);
  const odd = numbers.findIndex((value) => !Number.isFinite(value));
  if (odd === -1) return numbers;
  throw new RangeError(
    `Cannot ${action}: ${name} ${odd} is ${String(numbers[odd])}. Give finite numbers, and leave out runs that failed.`,
  );
}

import { requireSome } from "../lists.js";

/**
 * The mean of some numbers.
 *
 * @throws {RangeError} if there are none
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: readonly number[]): number {
  requireSome("take the mean", "number", values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The middle one of some numbers, or the mean of the two in the middle.
 *
 * @throws {RangeError} if there are none
 * @example median([9, 1, 2, 4]) // 3
 */
export function median(values: readonly number[]): number {
  requireSome("take the median", "number", values);
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

/**
 * The standard error of a mean: how far the mean of as many new measurements would typically lie from the true one.
 * Standard deviation (with n - 1) divided by the root of n.
 *
 * @throws {RangeError} if there are fewer than two numbers
 * @example standardError([97, 98, 99]) // 0.577
 */
export function standardError(values: readonly number[]): number {
  if (values.length < 2) {
    throw new RangeError(`Cannot tell the standard error of ${values.length} numbers. Give at least two.`);
  }
  const center = mean(values);
  const squares = values.map((value) => (value - center) ** 2);
  return Math.sqrt(mean(squares) / (values.length - 1));
}

/**
 * Pearson's correlation of two lists of numbers: 1 where they rise together along a line, -1 where one falls as the other rises,
 * 0 where they have no line in common.
 *
 * @throws {RangeError} if the lists differ in length, hold fewer than two numbers, or only numbers that are all alike
 * @example correlation([1, 2, 3], [2, 4, 7]) // 0.993
 */
export function correlation(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length || first.length < 2) {
    throw new RangeError(
      `Cannot correlate ${first.length} with ${second.length} numbers. Give as many of each, two at least.`,
    );
  }
  const [a, b] = [first, second].map((values) => {
    const center = mean(values);
    return values.map((value) => value - center);
  }) as [number[], number[]];
  const products = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, index) => sum + value * (y[index] as number), 0);
  const size = Math.sqrt(products(a, a) * products(b, b));
  if (size === 0) throw new RangeError("Cannot correlate numbers that are all alike. Give some that differ.");
  return products(a, b) / size;
}

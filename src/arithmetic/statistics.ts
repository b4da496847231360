/** The mean of some numbers. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("Cannot take the mean of 0 numbers. Give at least one.");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The standard error of a mean: how far the mean of as many new measurements would typically lie from the true one.
 * Standard deviation (with n - 1) divided by the root of n, for at least two numbers.
 */
export function standardError(values: readonly number[]): number {
  if (values.length < 2) {
    throw new RangeError(`Cannot tell the standard error of ${values.length} numbers. Give at least two.`);
  }
  const center = mean(values);
  const squares = values.map((value) => (value - center) ** 2);
  return Math.sqrt(mean(squares) / (values.length - 1));
}

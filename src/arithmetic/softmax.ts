/**
 * Each number's exponential, divided by the sum of all. The largest number is taken off first, or the exponential could overflow.
 *
 * @example softmax([0, 0]) // [0.5, 0.5]
 */
export function softmax(logits: ArrayLike<number>): number[] {
  const numbers = Array.from(logits);
  const largest = Math.max(...numbers);
  const powers = numbers.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

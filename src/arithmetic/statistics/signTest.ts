import { requireWhole } from "../whole.js";

/**
 * The exact two-sided sign test: how likely a split at least this uneven is if each case had gone either way with equal chance. For
 * two networks on the same digits, the cases are the digits that only one of them reads; digits that both read, or neither,
 * say nothing about which is better, and are left out (McNemar's test in its exact form).
 *
 * Without any case the answer is 1. Sums logarithms, so that thousands of cases do not overflow.
 *
 * @throws {RangeError} if a number of cases is no whole number from 0
 * @example signTest(2, 10) // 0.0386: a split of 2 to 10 is rare by chance
 * @see McNemar, *Note on the sampling error of the difference between correlated proportions or percentages*, 1947
 */
export function signTest(onlyFirst: number, onlySecond: number): number {
  requireWhole("take the sign test", { onlyFirst, onlySecond }, { from: 0 });
  const cases = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  if (2 * fewer >= cases - 1) return 1; // as even as it can be: both tails together cover everything
  let logWays = 0; // of the ways to choose k out of all cases
  let tail = 0;
  for (let k = 0; k <= fewer; k++) {
    if (k > 0) logWays += Math.log((cases - k + 1) / k);
    tail += Math.exp(logWays - cases * Math.LN2);
  }
  return Math.min(1, 2 * tail);
}

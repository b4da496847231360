import { requireSome } from "../lists.js";
import { signTest } from "./signTest.js";

/** Digit by digit, which of two networks reads better. */
export interface ReaderComparison {
  /** Digits that the first misreads in a larger share of its runs than the second. */
  worseInFirst: number;
  /** The reverse. */
  worseInSecond: number;
  /** How likely a split at least so uneven is if both read equally well: {@link signTest}. */
  chance: number;
}

/**
 * Two networks compared on the same digits, which tells apart more than two error rates do: what both misread, or neither, says
 * nothing about which is better. Each network by the indices of the digits that its runs misread, a list for each run.
 *
 * @throws {RangeError} if a network has no runs
 * @example compareMisread([[1, 4], [4]], [[4], []]).worseInFirst
 * // 2: digit 1, and digit 4 too, misread in 2 of 2 runs, not in 1
 */
export function compareMisread(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
): ReaderComparison {
  for (const runs of [first, second]) requireSome("compare networks", "run", runs);
  const [ofFirst, ofSecond] = [timesMisread(first), timesMisread(second)];
  let [worseInFirst, worseInSecond] = [0, 0];
  for (const digit of new Set([...ofFirst.keys(), ...ofSecond.keys()])) {
    // Shares compared without dividing, so that 1 of 3 and 2 of 6 are equal.
    const difference = (ofFirst.get(digit) ?? 0) * second.length - (ofSecond.get(digit) ?? 0) * first.length;
    if (difference > 0) worseInFirst += 1;
    if (difference < 0) worseInSecond += 1;
  }
  return { worseInFirst, worseInSecond, chance: signTest(worseInFirst, worseInSecond) };
}

function timesMisread(runs: readonly (readonly number[])[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const digit of runs.flatMap((run) => [...new Set(run)])) times.set(digit, (times.get(digit) ?? 0) + 1);
  return times;
}

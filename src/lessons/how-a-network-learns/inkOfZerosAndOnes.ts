import { mean } from "../../arithmetic/statistics/statistics.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { type Digits, digitAt } from "../../images/digits/digits.js";

/** Inputs and wanted answers of a regression with one input: entry by entry the same digit. */
export interface InkAndAnswer {
  /** How much ink the image holds, in tenths of the page: 10 where every pixel is full ink. */
  readonly ink: readonly number[];
  /** 1 where it shows a zero, 0 where it shows a one. */
  readonly isZero: readonly number[];
}

const fullInk = 255;

/**
 * Of the first zeros and ones among some digits, how much ink each holds and which of the two it is.
 *
 * @param number how many at most
 * @throws {RangeError} if `number` is no whole number from 1
 * @example inkOfZerosAndOnes(digitsFrom([[[255]], [[51]], [[0]]], [0, 1, 7]), 200) // { ink: [10, 2], isZero: [1, 0] }
 */
export function inkOfZerosAndOnes(digits: Digits, number: number): InkAndAnswer {
  requireWhole("take zeros and ones", { number }, { from: 1 });
  const { labels } = digits;
  const places = [...labels.keys()].filter((place) => (labels[place] as number) < 2).slice(0, number);
  return {
    ink: places.map((place) => (10 * mean(digitAt(digits, place).flat())) / fullInk),
    isZero: places.map((place) => 1 - (labels[place] as number)),
  };
}

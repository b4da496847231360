import { enlarge } from "../../arithmetic/maps/enlarge.js";
import { type Digits, digitAt, digitsFrom } from "../../images/digits/digits.js";

/**
 * Every digit drawn larger, on `side` x `side` pixels, linear between its pixels and rounded to whole grays.
 *
 * @throws {RangeError} if the side is smaller than that of the digits
 * @example enlargedDigits(tightCrops(textDigit("#")), 28).height // 28
 */
export function enlargedDigits(digits: Digits, side: number): Digits {
  const images = Array.from({ length: digits.count }, (_, index) =>
    enlarge(digitAt(digits, index), { height: side, width: side }).map((row) => row.map(Math.round)),
  );
  return digitsFrom(images, [...digits.labels]);
}

import type { Digits } from "../../images/digits/digits.js";
import { requireGray } from "../../images/images.js";

/**
 * The average image of each digit from 0 to 9: ten rows, row by row one number from 0 (paper) to 1 (ink) for each pixel.
 *
 * @throws {RangeError} if there is no image of a digit
 */
export function averageDigits(digits: Digits): number[][] {
  requireGray(digits, "average");
  const size = digits.height * digits.width;
  return Array.from({ length: 10 }, (_, digit) => {
    const those = [...digits.labels.keys()].filter((index) => digits.labels[index] === digit);
    if (those.length === 0) {
      throw new RangeError(
        `Cannot average the digits: none of these ${digits.count} is a ${digit}. Take more digits.`,
      );
    }
    const total = new Array<number>(size).fill(0);
    for (const index of those) {
      const pixels = digits.pixels.subarray(index * size, (index + 1) * size);
      for (const [at, ink] of pixels.entries()) total[at] = (total[at] ?? 0) + ink;
    }
    return total.map((ink) => ink / 255 / those.length);
  });
}

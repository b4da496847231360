import { requireOptions } from "../../arithmetic/options.js";
import { seeded } from "../../arithmetic/random.js";
import type { Digits } from "../../images/digits/digits.js";

const digitClasses = 10;

/**
 * Digits some of whose labels are wrong, as labels written in a hurry are: each is drawn with the given chance and becomes one of the
 * other nine. The images stay. The same seed mislabels the same digits.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the share is not from 0 to 1
 * @example mislabel(digitsFrom([[[0]], [[255]]], [3, 7]), { share: 0, seed: 1 }).labels // [3, 7]
 */
export function mislabel(digits: Digits, options: { share: number; seed: number }): Digits {
  requireOptions("mislabel digits", options, ["share", "seed"]);
  const { share, seed } = options;
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`Cannot mislabel digits: share is ${share}. Give a share from 0 to 1.`);
  }
  const random = seeded(seed);
  const labels = digits.labels.map((label) => {
    const [isWrong, by] = [random() < share, 1 + Math.floor((digitClasses - 1) * random())];
    return isWrong ? (label + by) % digitClasses : label;
  });
  return { ...digits, labels };
}

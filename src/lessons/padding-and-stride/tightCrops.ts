import { cropToInk } from "../../images/digits/asMnist.js";
import { type Digits, digitAt, digitsFrom } from "../../images/digits/digits.js";
import { requireGray } from "../../images/images.js";

/**
 * Every digit cut out close to its ink: the box around the ink in the middle of a field of `side` x `side` pixels, so that
 * strokes reach the border. MNIST's ink is 20 pixels on its longer side; of a larger one the middle is kept.
 *
 * @throws RangeError for a blank image, or a side that is no whole number from 1.
 *
 * @example tightCrops(take(test, 0, 100)) // 100 digits of 20x20 pixels
 */
export function tightCrops(digits: Digits, side = 20): Digits {
  if (!Number.isInteger(side) || side < 1) {
    throw new RangeError(
      `Cannot crop digits to a side of ${side}. Give a whole number of pixels, such as 20.`,
    );
  }
  requireGray(digits, "crop to their ink");
  const images = Array.from({ length: digits.count }, (_, index) => {
    const ink = cropToInk(digitAt(digits, index));
    const top = Math.floor((side - ink.length) / 2);
    const left = Math.floor((side - (ink[0] as readonly number[]).length) / 2);
    return Array.from({ length: side }, (_, row) =>
      Array.from({ length: side }, (_, column) => ink[row - top]?.[column - left] ?? 0),
    );
  });
  return digitsFrom(images, [...digits.labels]);
}

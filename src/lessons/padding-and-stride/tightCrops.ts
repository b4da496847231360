import { requireWhole } from "../../arithmetic/whole.js";
import { cropToInk, onField } from "../../images/digits/asMnist.js";
import { type Digits, digitAt, digitsFrom } from "../../images/digits/digits.js";
import { requireGray } from "../../images/images.js";

/**
 * Every digit cut out close to its ink: the box around the ink in the middle of a field of `side` x `side` pixels, so that
 * strokes reach the border. MNIST's ink is 20 pixels on its longer side; of a larger one the middle is kept.
 *
 * @param side in pixels. @default {20}
 * @throws {RangeError} if an image is blank, or the side is no whole number from 1
 * @example tightCrops(textDigit("#")).height // 20
 */
export function tightCrops(digits: Digits, side = 20): Digits {
  requireWhole("crop digits", { side }, { from: 1 });
  requireGray(digits, "crop to their ink");
  const images = Array.from({ length: digits.count }, (_, index) => {
    const ink = cropToInk(digitAt(digits, index));
    const top = Math.floor((side - ink.length) / 2);
    const left = Math.floor((side - (ink[0] as readonly number[]).length) / 2);
    return onField(ink, side, top, left);
  });
  return digitsFrom(images, [...digits.labels]);
}

import type { Figure } from "../../charts/figure.js";
import { digitGrid } from "../../charts/figures/digits.js";
import { type Digits, digitAt, digitsFrom, take } from "../../images/digits/digits.js";
import { coarsen } from "./coarsen.js";

/**
 * The first five digits at several coarsenesses, a row for each: every block of factor x factor pixels has become its mean.
 *
 * @throws {RangeError} if a factor does not divide the sides of the digits
 */
export function coarseDigits(all: Digits, factors: readonly number[]): Figure {
  const digits = take(all, 0, Math.min(5, all.count));
  const pictures = factors.flatMap((factor) => {
    const coarse = coarsen(digits, factor);
    return Array.from({ length: digits.count }, (_, index) => ({
      image: digitAt(coarse, index),
      caption: `${digits.height / factor} x ${digits.width / factor}`,
    }));
  });
  const images = digitsFrom(
    pictures.map(({ image }) => image),
    pictures.map(() => 0),
  );
  return digitGrid(images, {
    columns: digits.count,
    captions: pictures.map(({ caption }) => caption),
    scale: 3,
  });
}

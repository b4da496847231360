import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { ridge } from "../../arithmetic/ridge.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Figure } from "../../charts/figure.js";
import { digitGrid } from "../../charts/figures/digits.js";
import { type Digits, digitAt, digitsFrom } from "../../images/digits/digits.js";

const columns = 6;

/**
 * Tries to undo each reduction: every pixel is guessed as a weighted sum of the numbers that are left, with weights fitted on other
 * digits (ridge regression). Shows the first six digits and below them a row of guesses for each reduction, named with its pixel error:
 * the root of the mean squared difference over all digits, pixels counted from 0 to 1.
 *
 * @param reductions by their names, what is done to an image with pixels from 0 to 1
 * @param fitted the digits that the weights are fitted on
 * @param digits those to guess, six at least
 * @param options.count how many of each are taken, the first ones. @default {all}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are fewer than six digits, or none to fit on
 */
export function undoGallery(
  reductions: Readonly<Record<string, (image: Matrix) => Matrix>>,
  fitted: Digits,
  digits: Digits,
  options: { count?: number } = {},
): Figure {
  requireOptions("undo reductions", options, ["count"]);
  const { count = Number.POSITIVE_INFINITY } = options;
  if (digits.count < columns) {
    throw new RangeError(`Cannot show what is left of ${digits.count} digits. Give ${columns} or more.`);
  }
  const wanted = imagesOf(digits, count);
  const known = imagesOf(fitted, count);
  const rows = Object.entries(reductions).map(([name, reduce]) => {
    const guesses = undone(reduce, known, wanted);
    return { name: `${name}: ${errorOf(guesses, wanted).toFixed(3)}`, images: guesses };
  });
  const shown = [{ name: "the digits", images: wanted }, ...rows];
  const pictures = shown.flatMap(({ images }) => images.slice(0, columns).map(bytesOf));
  const captions = shown.flatMap(({ name }) => [name, ...Array(columns - 1).fill("")]);
  const description = `Six digits, and what linear decoders make of them, with pixel errors. ${rows.map(({ name }) => name).join("; ")}.`;
  const images = digitsFrom(
    pictures,
    pictures.map(() => 0),
  );
  return digitGrid(images, { columns, captions, scale: 3, description });
}

/** What a linear decoder makes of reduced images. */
function undone(
  reduce: (image: Matrix) => Matrix,
  known: readonly Matrix[],
  wanted: readonly Matrix[],
): Matrix[] {
  const numbers = (image: Matrix) => reduce(image).flat();
  const decode = ridge(
    known.map(numbers),
    known.map((image) => image.flat()),
    1,
  );
  return wanted.map((image) => {
    const pixels = decode(numbers(image));
    return image.map((row, y) => pixels.slice(y * row.length, (y + 1) * row.length));
  });
}

function errorOf(guesses: readonly Matrix[], wanted: readonly Matrix[]): number {
  const squares = guesses.flatMap((guess, index) => {
    const pixels = (wanted[index] as Matrix).flat();
    return guess.flat().map((value, at) => (value - (pixels[at] as number)) ** 2);
  });
  return Math.sqrt(mean(squares));
}

function bytesOf(image: Matrix): Matrix {
  return image.map((row) => row.map((value) => Math.round(255 * Math.min(1, Math.max(0, value)))));
}

function imagesOf(digits: Digits, count: number): Matrix[] {
  return Array.from({ length: Math.min(count, digits.count) }, (_, index) =>
    digitAt(digits, index).map((row) => row.map((pixel) => pixel / 255)),
  );
}

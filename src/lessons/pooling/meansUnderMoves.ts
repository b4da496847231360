import { nearestNeighbour } from "../../arithmetic/nearest.js";
import type { Digits } from "../../images/images.js";
import { onePixelMoves, type Steadiness } from "./onePixelMoves.js";

/**
 * How the simplest reader of digits stands a move by one pixel: it represents each class by the mean of its examples, and answers with
 * the class whose mean is nearest. It has no windows and nothing is pooled.
 *
 * @throws {RangeError} if a class from 0 to the largest label has no example, or there is no digit to read
 * @example
 * const digits = await loadMnist({ trainImages: 200, testImages: 50 });
 * (await meansUnderMoves(digits.train, digits.test)).steady <= 1 // true
 */
export function meansUnderMoves(examples: Digits, digits: Digits): Promise<Steadiness> {
  const classes = Array.from({ length: 1 + Math.max(...examples.labels) }, (_, label) => label);
  const nearest = nearestNeighbour(
    classes.map((label) => meanOf(examples, label)),
    classes,
  );
  return onePixelMoves(digits, (moved) =>
    Array.from({ length: moved.count }, (_, index) => nearest(pixelsOf(moved, index))),
  );
}

function meanOf(digits: Digits, label: number): Float64Array {
  const own = [...digits.labels.keys()].filter((index) => digits.labels[index] === label);
  if (own.length === 0) {
    throw new RangeError(`Cannot take the mean of class ${label}: it has no example. Give more digits.`);
  }
  const sums = new Float64Array(digits.height * digits.width);
  for (const index of own) {
    for (const [at, pixel] of pixelsOf(digits, index).entries()) sums[at] = (sums[at] as number) + pixel;
  }
  return sums.map((sum) => sum / own.length);
}

function pixelsOf(digits: Digits, index: number): Uint8Array {
  const size = digits.height * digits.width;
  return digits.pixels.subarray(index * size, (index + 1) * size);
}

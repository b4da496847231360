import { shift } from "../../images/digits/shift.js";
import type { Digits } from "../../images/images.js";

const directions = [
  { rows: -1, columns: 0 },
  { rows: 1, columns: 0 },
  { rows: 0, columns: -1 },
  { rows: 0, columns: 1 },
] as const;

/** How a reader of digits answers, and how its answers stand a move by one pixel. Both are shares, from 0 to 1. */
export interface Steadiness {
  /** Right answers. */
  readonly accuracy: number;
  /** Answers that stay when a digit moves by one pixel up, down, left or right. */
  readonly steady: number;
}

/**
 * Asks a reader of digits about them, and about them moved by one pixel in each of four directions.
 *
 * @param answers one class for each digit
 * @throws {RangeError} if there are no digits
 * @example
 * const digits = await loadMnist({ trainImages: 200, testImages: 50 });
 * (await onePixelMoves(digits.test, (moved) => moved.labels)).steady // 1
 */
export async function onePixelMoves(
  digits: Digits,
  answers: (digits: Digits) => ArrayLike<number> | Promise<ArrayLike<number>>,
): Promise<Steadiness> {
  const { count, labels } = digits;
  if (count === 0) throw new RangeError("Cannot move digits: there are none. Give some.");
  const alike = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from({ length: count }, (_, index) => index).filter((index) => a[index] === b[index]).length;
  const unmoved = await answers(digits);
  let same = 0;
  for (const direction of directions) same += alike(unmoved, await answers(shift(digits, direction)));
  return { accuracy: alike(unmoved, labels) / count, steady: same / (directions.length * count) };
}

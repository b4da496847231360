import type { Matrix } from "../../../arithmetic/matrix.js";
import { isWhole } from "../../../arithmetic/whole.js";

/** Rounding that no reader has made, of sums in single precision; never more than 1 in 10,000 of a whole. */
const noise = (wanted: number) => 1e-6 * Math.min(100, Math.max(1, Math.abs(wanted)));

/** Equal up to rounding: 1 in 10,000, or as stated. What is wanted as a whole number must be that number. */
export function near(value: number, wanted: number, tolerance = 1e-4): boolean {
  const room = isWhole(wanted) ? 0 : tolerance * Math.max(1, Math.abs(wanted));
  return Math.abs(value - wanted) <= Math.max(noise(wanted), room);
}

/** The same for lists. */
export function allNear(values: readonly number[], wanted: readonly number[], tolerance = 1e-4): boolean {
  return (
    values.length === wanted.length &&
    values.every((value, index) => near(value, wanted[index] ?? Number.NaN, tolerance))
  );
}

/** Equal in size and, up to rounding, in every number. */
export function sameMatrix(a: Matrix, b: Matrix): boolean {
  return a.length === b.length && a.every((row, y) => allNear(row, b[y] ?? []));
}

/** A message by the first row whose value the answer has. */
export function mistakeIn<T>(
  answer: T,
  mistakes: readonly (readonly [wrong: T, message: string])[],
  same: (a: T, b: T) => boolean,
): { message: string } | undefined {
  const found = mistakes.find(([wrong]) => same(answer, wrong));
  return found && { message: found[1] };
}

import type { Value } from "./binding.js";
import type { Native } from "./native.js";

/**
 * Thrown where numbers are not finite. From there on the stages would go other ways than TensorFlow.js: a pooling before the
 * activation hides a NaN, for one. So the step is left to it.
 */
export class NotFinite extends Error {}

/** Whether all numbers of a value are finite: then their sum is. One that is too large for a float counts as not. */
export function allFinite(ops: Native, value: Value): boolean {
  const axes = ops.ints(value.shape.map((_, axis) => axis));
  const attributes = [ops.floats, ops.type("Tidx", "int"), ops.flag("keep_dims", false)];
  return Number.isFinite(ops.numbers(ops.run("Sum", attributes, value, axes))[0]);
}

/** Throws `NotFinite` if a number of a value is not. */
export function requireFinite(ops: Native, value: Value): void {
  if (!allFinite(ops, value)) throw new NotFinite();
}

/** Throws `NotFinite` if a square is not: optimizers work with those of the gradients. */
export function requireFiniteSquares(ops: Native, values: readonly Value[]): void {
  if (values.length === 0) return;
  const squares = values.map((value) => ops.run("L2Loss", [ops.floats], value));
  const sum = ops.run("AddN", [ops.floats, ops.integer("N", squares.length)], ...squares);
  if (!Number.isFinite(ops.numbers(sum)[0])) throw new NotFinite();
}

/** The numbers of a value, or `NotFinite`. */
export function finiteNumbers(ops: Native, value: Value): Float32Array {
  const numbers = ops.numbers(value);
  if (!numbers.every(Number.isFinite)) throw new NotFinite();
  return numbers;
}

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
  if (!value.surelyFinite?.() && !allFinite(ops, value)) throw new NotFinite();
}

/** Far below the largest float, so that rounding on the way does not matter. */
const surelyFinite = 1e36;

/**
 * Whether each sum of products of some of these inputs and weights, plus a bias, is surely finite: no such sum is larger
 * than the root of the inputs' squares times that of the weights' squares.
 */
export function sumsAreFinite(ops: Native, inputs: Value, weights: Value, bias?: Value): boolean {
  const length = (value: Value) => Math.sqrt(2 * (ops.numbers(halfSquares(ops, value))[0] as number));
  return length(inputs) * length(weights) + (bias ? length(bias) : 0) < surelyFinite;
}

function halfSquares(ops: Native, value: Value): Value {
  return ops.run("L2Loss", [ops.floats], value);
}

/** Throws `NotFinite` if a square is not: optimizers work with those of the gradients. */
export function requireFiniteSquares(ops: Native, values: readonly Value[]): void {
  if (values.length === 0) return;
  const squares = values.map((value) => halfSquares(ops, value));
  const sum = ops.run("AddN", [ops.floats, ops.integer("N", squares.length)], ...squares);
  if (!Number.isFinite(ops.numbers(sum)[0])) throw new NotFinite();
}

/** The numbers of a value, or `NotFinite`. */
export function finiteNumbers(ops: Native, value: Value): Float32Array {
  const numbers = ops.numbers(value);
  if (!numbers.every(Number.isFinite)) throw new NotFinite();
  return numbers;
}

import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";

const action = "see how much of a kernel is an edge";

/**
 * How much of a kernel is an edge: the share of its weights' variance that a tilted plane explains, low on one side and high on the
 * other, from 0 to 1. Of a kernel of n x n random weights it is 2 / (n² - 1) on average.
 *
 * @throws {RangeError} if the kernel is empty or ragged, holds NaN, or all its weights are equal
 * @example planeShare([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]) // 1
 * @example planeShare([[1, 0, -1], [0, 0, 0], [-1, 0, 1]]) // 0: it bends, and has no higher side
 */
export function planeShare(kernel: Matrix): number {
  const { height, width } = sizeOf(kernel, action, "kernel");
  const weights = kernel.flatMap((row, i) =>
    row.map((weight, j) => ({ weight, down: i - (height - 1) / 2, right: j - (width - 1) / 2 })),
  );
  const sum = (of: (each: (typeof weights)[number]) => number) =>
    weights.reduce((total, each) => total + of(each), 0);
  const mean = sum(({ weight }) => weight) / weights.length;
  const variance = sum(({ weight }) => (weight - mean) ** 2);
  if (variance === 0) {
    throw new RangeError(`Cannot ${action}: all its weights are ${mean}. Give one whose weights differ.`);
  }
  const alongAxis = (axis: "down" | "right") => {
    const spread = sum((each) => each[axis] ** 2);
    return spread === 0 ? 0 : sum((each) => each.weight * each[axis]) ** 2 / spread;
  };
  return (alongAxis("down") + alongAxis("right")) / variance;
}

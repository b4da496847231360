import type { Figure } from "../../charts/figure.js";
import { scatterChart } from "../../charts/figures/scatter.js";
import type { InkAndAnswer } from "./inkOfZerosAndOnes.js";

/** One weighted sum of one input: w · x + b. */
interface Fitted {
  readonly w: number;
  readonly b: number;
}

const places = 64;

/**
 * What two fits of the same sum predict for every amount of ink, among the digits they were fitted to: `line` takes the sum as it is,
 * `curve` sends it through the sigmoid.
 *
 * @throws {RangeError} if there are no digits, or a number is not finite
 * @example
 * const few = { ink: [2, 1], isZero: [1, 0] };
 * regressionChart({ ...few, line: { w: 1, b: -1 }, curve: { w: 4, b: -6 } }).description
 * // "One sum, two losses, 130 points: squared error: -1 at 0 … 1.52 at 2.52; cross-entropy: 0.002473 at 0 … 0.9833 at 2.52; …"
 */
export function regressionChart(
  fits: InkAndAnswer & { readonly line: Fitted; readonly curve: Fitted },
): Figure {
  const { ink, isZero, line, curve } = fits;
  const along = Array.from({ length: places }, (_, index) => index / 25);
  const drawn = (series: string, predict: (x: number) => number) =>
    along.map((x) => ({ x, y: predict(x), series }));
  return scatterChart(
    [
      ...drawn("squared error", (x) => line.w * x + line.b),
      ...drawn("cross-entropy", (x) => 1 / (1 + Math.exp(-(curve.w * x + curve.b)))),
      ...ink.map((x, index) => ({ x, y: isZero[index] as number, series: "digits: one 0, zero 1" })),
    ],
    { title: "One sum, two losses", xTitle: "ink (tenths of the page)", yTitle: "prediction" },
  );
}

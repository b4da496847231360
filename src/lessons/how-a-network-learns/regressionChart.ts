import type { Figure } from "../../charts/figure.js";
import { checkPoints, seriesColor } from "../../charts/figures/points.js";
import { vegaLiteFigure } from "../../charts/figures/vega.js";
import { short } from "../../charts/format.js";
import type { InkAndAnswer } from "./inkOfZerosAndOnes.js";

/** One weighted sum of one input: w · x + b. */
interface Fitted {
  readonly w: number;
  readonly b: number;
}

const digitsName = "digits: ones at 0, zeros at 1";
const names = ["squared error", "cross-entropy", digitsName];
const mostInk = 2.6;
const places = 105;

/**
 * What two fits of the same sum predict for every amount of ink, as lines among the digits they were fitted to: `line` takes the sum as it
 * is, `curve` sends it through the sigmoid.
 *
 * @throws {RangeError} if there are no digits, or a number is not finite
 * @example
 * const few = { ink: [2, 1], isZero: [1, 0] };
 * regressionChart({ ...few, line: { w: 1, b: -1 }, curve: { w: 4, b: -6 } }).description
 * // "One sum, two losses, 2 digits. Without ink and with 2.6 tenths of it, squared error predicts -1 and 1.6, cross-entropy 0.00247 and 0.988."
 */
export function regressionChart(
  fits: InkAndAnswer & { readonly line: Fitted; readonly curve: Fitted },
): Figure {
  const { ink, isZero, line, curve } = fits;
  const straight = (x: number) => line.w * x + line.b;
  const bent = (x: number) => 1 / (1 + Math.exp(-(curve.w * x + curve.b)));
  const drawn = (series: string, predict: (x: number) => number) =>
    Array.from({ length: places }, (_, index) => (mostInk * index) / (places - 1)).map((x) => ({
      x,
      y: predict(x),
      series,
    }));
  const dots = ink.map((x, index) => ({ x, y: isZero[index] as number, series: digitsName }));
  const lines = [...drawn("squared error", straight), ...drawn("cross-entropy", bent)];
  checkPoints(dots, "draw the regression");
  checkPoints(lines, "draw the regression");
  const place = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title,
    scale: { zero: false, nice: false, padding: 8 },
    axis: { grid: false, tickCount: 6 },
  });
  const encoding = {
    x: place("x", "ink (tenths of the page)"),
    y: place("y", "prediction"),
    color: seriesColor(names),
    tooltip: ["x", "y"].map((field) => ({
      field,
      type: "quantitative",
      title: field === "x" ? "ink" : "prediction",
      format: ".3~f",
    })),
  };
  const layers = [
    { data: { values: lines }, mark: { type: "line", strokeWidth: 2.5 }, encoding },
    { data: { values: dots }, mark: { type: "point", filled: true, size: 45, opacity: 0.35 }, encoding },
  ];
  const ends = (predict: (x: number) => number) => `${short(predict(0))} and ${short(predict(mostInk))}`;
  const said = `squared error predicts ${ends(straight)}, cross-entropy ${ends(bent)}`;
  return vegaLiteFigure(
    { title: "One sum, two losses", width: 420, height: 260, layer: layers },
    `One sum, two losses, ${ink.length} digits. Without ink and with ${mostInk} tenths of it, ${said}.`,
  );
}

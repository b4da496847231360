import { side } from "./drawingExplorerPaper.js";

// Tables of places in Vega's language: a row for each place of a map, row by row.

/** A field of a table, computed from the fields before it. */
export const formula = (as: string, expr: string) => ({ type: "formula", as, expr });

export const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Pixels a side with a border of zeros, which gives every pixel eight neighbours. */
export const padded = side + 2;

/** The rows of a table of `count` numbers, 0 to count - 1. */
export const counting = (count: number) => ({ type: "sequence", start: 0, stop: count, as: "index" });

/** The 14x14 places. `data('first')[datum.padded]` is the same place with the border. */
export const innerPlaces = [
  counting(side * side),
  formula("row", `floor(datum.index / ${side})`),
  formula("column", `datum.index % ${side}`),
  formula("padded", `${padded} * datum.row + datum.column + ${padded + 1}`),
];

/** The 16x16 places of the drawing with its border: row and column are those of the drawing. */
export const paddedPlaces = [
  counting(padded * padded),
  formula("row", `floor(datum.index / ${padded}) - 1`),
  formula("column", `datum.index % ${padded} - 1`),
  formula("inside", `datum.row >= 0 && datum.row < ${side} && datum.column >= 0 && datum.column < ${side}`),
];

/** The nine places of a 3x3 window, row by row, as steps in a table with border. */
export const windowSteps = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => down * padded + right));

/** A weight as a specification holds it: with five decimals, logits differ by less than a thousandth. */
export const short = (weight: number) => Math.round(weight * 1e5) / 1e5;

/** A weighted sum as an expression. */
export function weighted(
  weights: readonly number[],
  bias: number,
  factor: (index: number) => string,
): string {
  const terms = weights.map((weight, index) => `${literal(weight)}*${factor(index)}`);
  return [literal(bias), ...terms].join("+").replaceAll("+-", "-");
}

const literal = (weight: number) => String(short(weight)).replace("0.", ".");

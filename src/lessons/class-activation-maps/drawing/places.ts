import { counting, formula, rowAndColumn } from "../../explorer/transforms.js";
import { side } from "./drawingExplorerWeights.js";

// Tables of places in Vega's language: a row for each place of a map, row by row.

/** Pixels a side with a border of zeros, which gives every pixel eight neighbours. */
const padded = side + 2;

/** The 14x14 places. `data('first')[datum.padded]` is the same place with the border. */
export const innerPlaces = [
  counting(side * side, "index"),
  ...rowAndColumn("index", side),
  formula("padded", `${padded} * datum.row + datum.column + ${padded + 1}`),
];

/** The 16x16 places of the drawing with its border: row and column are those of the drawing. */
export const paddedPlaces = [
  counting(padded * padded, "index"),
  formula("row", `floor(datum.index / ${padded}) - 1`),
  formula("column", `datum.index % ${padded} - 1`),
  formula("inside", `datum.row >= 0 && datum.row < ${side} && datum.column >= 0 && datum.column < ${side}`),
];

/** The nine places of a 3x3 window, row by row, as steps in a table with border. */
export const windowSteps = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => down * padded + right));

import type { Matrix } from "../../arithmetic/matrix.js";
import { isWhole } from "../../arithmetic/whole.js";
import type { Figure } from "../../charts/figure.js";
import { kernelGrid } from "../../charts/figures/kernels.js";
import { plural, short } from "../../charts/format.js";
import { extent } from "../../charts/matrix.js";

/**
 * The weights of units that look at a square image, each unit's as an image of its own, with one scale for all: blue is negative,
 * white is zero, red is positive. Five stand in a row.
 *
 * @param rows for each unit a weight for each pixel, row by row; the units are numbered from 0
 * @throws {RangeError} if there are none, or so many weights make no square
 * @example weightPictures(unitWeights(mnistMlp({ hiddenUnits: [] }))) // ten pictures of 28x28
 */
export function weightPictures(rows: Matrix): Figure {
  const squares = rows.map((row) => {
    const side = Math.sqrt(row.length);
    if (!isWhole(side, { from: 1 })) {
      throw new RangeError(
        `Cannot draw ${row.length} weights as a square. Give one for each pixel, such as 784.`,
      );
    }
    return Array.from({ length: side }, (_, at) => row.slice(at * side, (at + 1) * side));
  });
  // Its own description: "kernel" is a word of a later lesson.
  const [least, most] = extent(squares);
  const range = `from ${short(least)} to ${short(most)}: blue below zero, red above`;
  const description = `The weights of ${plural(rows.length, "unit")}, ${squares[0]?.length} x ${squares[0]?.length} each, ${range}.`;
  return kernelGrid(squares, { captions: [...rows.keys()].map(String), columns: 5, scale: 4, description });
}

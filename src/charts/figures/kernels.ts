import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural } from "../format.js";
import { commonSize } from "../matrix.js";
import { drawGrid } from "./grid.js";
import { columnsFor, scaleFor } from "./gridLayout.js";
import { signedTiles } from "./signedTiles.js";

/** What can be chosen about {@link kernelGrid}, {@link imageGrid} and {@link featureMaps}. */
export interface MatrixGridOptions {
  /** One below each; a line break starts a second line. */
  readonly captions?: readonly string[];
  /** Pictures in a row. @default {as many as suit their number} */
  readonly columns?: number;
  /** CSS pixels per value, a whole number. @default {what makes a picture about 60 to 112 wide} */
  readonly scale?: number;
  /** The sentence that stands for the picture. @default {number, size and range} */
  readonly description?: string;
}

/**
 * Kernels side by side, hard edges, one scale for all with its colour bar: blue is negative, white is zero, red is
 * positive, and both ends lie equally far from zero.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, one is empty, ragged or not finite, sizes differ, or captions are not as many
 * @example kernelGrid([classicalKernels.sobelX]).description
 * // "1 kernel of 3 x 3, weights from -2 to 2: blue below zero, red above."
 */
export function kernelGrid(kernels: readonly Matrix[], options: MatrixGridOptions = {}): Figure {
  requireOptions("draw the kernels", options, ["captions", "columns", "scale", "description"]);
  const { height, width } = commonSize(kernels, "draw the kernels");
  requireOneEach("draw the kernels", { kernels, captions: options.captions });
  const { tiles, bar, range } = signedTiles(kernels, options.captions, "weight");
  const scale = scaleFor(width, kernels.length > 16 ? 60 : 90, options.scale);
  const columns = columnsFor(kernels.length, width * scale, options.columns);
  const description =
    options.description ?? `${plural(kernels.length, "kernel")} of ${height} x ${width}, weights ${range}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, bar }));
}

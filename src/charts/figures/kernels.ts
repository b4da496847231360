import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural } from "../format.js";
import { commonSize } from "../matrix.js";
import { drawGrid } from "./grid.js";
import { columnsFor, scaleFor } from "./gridLayout.js";
import { signedTiles } from "./signedTiles.js";

export interface MatrixGridOptions {
  /** One below each; a line break starts a second line. */
  readonly captions?: readonly string[];
  readonly columns?: number;
  /** CSS pixels per value, a whole number. */
  readonly scale?: number;
  readonly description?: string;
}

/**
 * Kernels side by side, hard edges, one scale for all with its colour bar: blue is negative, white is zero, red is
 * positive, and both ends lie equally far from zero.
 */
export function kernelGrid(kernels: readonly Matrix[], options: MatrixGridOptions = {}): Figure {
  const { height, width } = commonSize(kernels, "draw the kernels");
  requireOneEach("draw the kernels", { kernels, captions: options.captions });
  const { tiles, bar, range } = signedTiles(kernels, options.captions, "weight");
  const scale = scaleFor(width, kernels.length > 16 ? 60 : 90, options.scale);
  const columns = columnsFor(kernels.length, width * scale, options.columns);
  const description =
    options.description ?? `${plural(kernels.length, "kernel")} of ${height} x ${width}, weights ${range}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, bar }));
}

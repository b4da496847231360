import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { diverging } from "../color.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural, short } from "../format.js";
import { commonSize, extent } from "../matrix.js";
import { drawGrid } from "./grid.js";
import { columnsFor, scaleFor } from "./gridLayout.js";

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
  const [least, most] = extent(kernels);
  const bound = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const tiles = kernels.map((kernel, index) => ({
    rgb: Uint8Array.from(kernel.flat().flatMap((value) => diverging(0.5 + value / (2 * bound)))),
    caption: options.captions?.[index],
  }));
  const scale = scaleFor(width, kernels.length > 16 ? 60 : 90, options.scale);
  const columns = columnsFor(kernels.length, width * scale, options.columns);
  const bar = { map: diverging, title: "weight", ticks: [short(-bound), "0", short(bound)] };
  const description =
    options.description ??
    `${plural(kernels.length, "kernel")} of ${height} x ${width}, weights from ${short(least)} to ${short(most)}: blue below zero, red above.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, bar }));
}

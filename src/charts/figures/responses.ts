import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { diverging } from "../color.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural, short } from "../format.js";
import { commonSize, extent } from "../matrix.js";
import { drawGrid } from "./grid.js";
import { captionText, columnsFor, scaleFor } from "./gridLayout.js";
import type { MatrixGridOptions } from "./kernels.js";

/**
 * What kernels answer, before any ReLU: maps side by side whose sums may be negative. Blue is negative, white is zero, red is
 * positive, as for the weights themselves; one scale for all maps, both ends equally far from zero.
 *
 * @throws {RangeError} if there are none, one is empty, ragged or not finite, sizes differ, or captions are not as many
 */
export function responseMaps(maps: readonly Matrix[], options: MatrixGridOptions = {}): Figure {
  const { height, width } = commonSize(maps, "draw the responses");
  requireOneEach("draw the responses", { maps, captions: options.captions });
  const [least, most] = extent(maps);
  const bound = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const tiles = maps.map((map, index) => ({
    rgb: Uint8Array.from(map.flat().flatMap((value) => diverging(0.5 + value / (2 * bound)))),
    caption: options.captions?.[index],
  }));
  const scale = scaleFor(width, 112, options.scale);
  const columns = columnsFor(maps.length, width * scale, options.columns);
  const bar = { map: diverging, title: "response", ticks: [short(-bound), "0", short(bound)] };
  const description =
    options.description ??
    `${plural(maps.length, "map")} of responses, ${height} x ${width}, from ${short(least)} to ${short(most)}: blue below zero, red above${captionText(options.captions, ". ")}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, bar }));
}

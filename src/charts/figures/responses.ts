import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural } from "../format.js";
import { commonSize } from "../matrix.js";
import { drawGrid } from "./grid.js";
import { captionText, columnsFor, scaleFor } from "./gridLayout.js";
import type { MatrixGridOptions } from "./kernels.js";
import { signedTiles } from "./signedTiles.js";

/**
 * What kernels answer, before any ReLU: maps side by side whose sums may be negative. Blue is negative, white is zero, red is
 * positive, as for the weights themselves; one scale for all maps, both ends equally far from zero.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, one is empty, ragged or not finite, sizes differ, or captions are not as many
 */
export function responseMaps(maps: readonly Matrix[], options: MatrixGridOptions = {}): Figure {
  requireOptions("draw the responses", options, ["captions", "columns", "scale", "description"]);
  const { height, width } = commonSize(maps, "draw the responses");
  requireOneEach("draw the responses", { maps, captions: options.captions });
  const { tiles, bar, range } = signedTiles(maps, options.captions, "response");
  const scale = scaleFor(width, 112, options.scale);
  const columns = columnsFor(maps.length, width * scale, options.columns);
  const description =
    options.description ??
    `${plural(maps.length, "map")} of responses, ${height} x ${width}, ${range}${captionText(options.captions, ". ")}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, bar }));
}

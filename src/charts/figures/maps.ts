import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { sequential } from "../color.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural, short } from "../format.js";
import { commonSize, extent } from "../matrix.js";
import { drawGrid } from "./grid.js";
import { columnsFor, scaleFor } from "./gridLayout.js";
import type { MatrixGridOptions } from "./kernels.js";

/** What can be chosen about {@link featureMaps}. */
export interface FeatureMapsOptions extends MatrixGridOptions {
  /**
   * `shared`: one colour means one number in all maps, so that they can be compared. `each`: every map from its own
   * least to its own most, so that faint ones can be seen. @default {"shared"}
   */
  readonly range?: "shared" | "each";
}

/**
 * Feature maps side by side, hard edges, dark low and bright high, with a colour bar.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, one is empty, ragged or not finite, sizes differ, or captions are not as many
 * @example featureMaps([[[0, 2]], [[0, 0]]]).description
 * // "2 feature maps of 1 x 2, values from 0 to 2; 1 of them zero everywhere."
 */
export function featureMaps(maps: readonly Matrix[], options: FeatureMapsOptions = {}): Figure {
  requireOptions("draw the feature maps", options, ["range", "captions", "columns", "scale", "description"]);
  const { height, width } = commonSize(maps, "draw the feature maps");
  requireOneEach("draw the feature maps", { maps, captions: options.captions });
  const shared = (options.range ?? "shared") === "shared";
  const [least, most] = extent(maps);
  const tiles = maps.map((map, index) => {
    // A shared scale starts at zero where nothing is negative: that is what ReLU leaves of a pixel it switches off.
    const [from, to] = shared ? [Math.min(0, least), most] : extent([map]);
    const span = to - from || 1;
    return {
      rgb: Uint8Array.from(map.flat().flatMap((value) => sequential((value - from) / span))),
      caption: options.captions?.[index],
    };
  });
  const scale = scaleFor(width, maps.length > 16 ? 72 : 96, options.scale);
  const columns = columnsFor(maps.length, width * scale, options.columns);
  const ticks = shared ? [short(Math.min(0, least)), short(most)] : ["least of each map", "most"];
  const bar = { map: sequential, title: "activation", ticks };
  const dead = maps.filter((map) => {
    const [low, high] = extent([map]);
    return low === 0 && high === 0;
  }).length;
  const description =
    options.description ??
    `${plural(maps.length, "feature map")} of ${height} x ${width}, values from ${short(least)} to ${short(most)}${dead > 0 ? `; ${dead} of them zero everywhere` : ""}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, bar }));
}

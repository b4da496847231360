import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { gray, sequential } from "../color.js";
import { type Figure, makeFigure } from "../figure.js";
import { plural, short } from "../format.js";
import { commonSize, extent } from "../matrix.js";
import { type Frame, frameNames } from "./frames.js";
import { drawGrid } from "./grid.js";
import { captionText, columnsFor, scaleFor } from "./gridLayout.js";

/** What can be chosen about {@link framedImages}. */
export interface FramedImagesOptions {
  /** One below each; a line break starts a second line. */
  readonly captions?: readonly string[];
  /** For each image the boxes drawn on it. */
  readonly frames?: readonly (readonly Frame[])[];
  /** `gray`: 0 is black, 255 white. `sequential`: a map, dark is low, bright is high. For each image, or one for all. @default {"gray"} */
  readonly colors?: "gray" | "sequential" | readonly ("gray" | "sequential")[];
  /** `shared`: one colour is one number in all maps. `each`: every map from its least to its most. @default {"shared"} */
  readonly range?: "shared" | "each";
  /** What the numbers of the maps are. @default {"evidence"} */
  readonly title?: string;
  /** Pictures in a row. @default {as many as suit their number} */
  readonly columns?: number;
  /** CSS pixels per value, a whole number. @default {what makes a picture about 128 wide} */
  readonly scale?: number;
}

/**
 * Images and maps of one size side by side, with boxes: the true one blue, the found one orange.
 *
 * @param images pixels from 0 to 255, or the numbers of a map
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none, one is empty, ragged or not finite, sizes differ, or captions or frames are not as many
 * @example
 * const frame = { box: { top: 0, left: 0, bottom: 1, right: 1 }, kind: "truth" } as const;
 * framedImages([[[255, 0], [0, 0]]], { frames: [[frame]] }).description // "1 image of 2 x 2, truth box blue."
 */
export function framedImages(images: readonly Matrix[], options: FramedImagesOptions = {}): Figure {
  requireOptions("draw framed images", options, [
    "captions",
    "frames",
    "colors",
    "range",
    "title",
    "columns",
    "scale",
  ]);
  const { height, width } = commonSize(images, "draw the images");
  const { captions, frames, range = "shared", title = "evidence" } = options;
  requireOneEach("draw the images", { images, captions, "lists of frames": frames });
  const colors = images.map((_, index) =>
    typeof options.colors === "object" ? options.colors[index] : (options.colors ?? "gray"),
  );
  const maps = images.filter((_, index) => colors[index] === "sequential");
  const together = maps.length > 0 ? extent(maps) : ([0, 1] as const);
  const tiles = images.map((image, index) => {
    const isMap = colors[index] === "sequential";
    const [from, to] = !isMap ? [0, 255] : range === "shared" ? together : extent([image]);
    const color = isMap ? sequential : gray;
    return {
      rgb: Uint8Array.from(image.flat().flatMap((value) => color((value - from) / (to - from || 1)))),
      caption: captions?.[index],
      frames: frames?.[index],
    };
  });
  const scale = scaleFor(width, 128, options.scale);
  const columns = columnsFor(images.length, width * scale, options.columns);
  const ticks = range === "shared" ? together.map(short) : ["least of each map", "most"];
  const bar = maps.length > 0 ? { bar: { map: sequential, title, ticks } } : {};
  const boxed = new Set(frames?.flat().map(({ kind }) => kind));
  const description = `${plural(images.length, "image")} of ${height} x ${width}${
    maps.length > 0 ? `, ${maps.length} of them maps from ${short(together[0])} to ${short(together[1])}` : ""
  }${[...boxed].map((kind) => `, ${kind} box ${frameNames[kind]}`).join("")}${captionText(captions)}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { height, width, columns, scale, ...bar }));
}

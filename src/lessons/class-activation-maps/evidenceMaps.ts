import { requireOneEach } from "../../arithmetic/lists.js";
import type { Box } from "../../arithmetic/maps/boxes.js";
import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { diverging, gray } from "../../charts/color.js";
import { type Figure, makeFigure } from "../../charts/figure.js";
import { drawGrid, type Tile } from "../../charts/figures/grid.js";
import { captionText, columnsFor, scaleFor } from "../../charts/figures/gridLayout.js";
import { plural, short } from "../../charts/format.js";
import { commonSize } from "../../charts/matrix.js";
import { type Digits, digitAt } from "../../images/digits/digits.js";

/** What can be chosen about {@link evidenceMaps}. */
export interface EvidenceMapsOptions {
  /** Below the image and each map, the image first. */
  readonly captions?: readonly string[];
  /** True boxes, in pixels of the image: a list for the image and one for each map, or a single list for all. */
  readonly boxes?: readonly (readonly Box[])[];
  /** Pictures in a row. @default {as many as suit their number} */
  readonly columns?: number;
  /** CSS pixels per pixel of the image, a whole number. @default {what makes a picture about 128 wide} */
  readonly scale?: number;
}

/**
 * An image in gray and maps of it: white where a place says nothing, red where it speaks for the class, blue where it speaks against it.
 * One scale for all maps, with zero in its middle. A place of a small map is a square of that many pixels.
 *
 * @param given pixels from 0 to 255, or the first image of a set
 * @param maps one or several of one size; with none, the image stands alone
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a map is ragged or not finite, a side of the maps does not divide the image's, or captions or
 * boxes are not as many as image and maps
 * @example evidenceMaps([[0, 255], [0, 0]], [[[2, -1], [0, 0]]]).description
 * // "An image of 2 x 2 and 1 map of 2 x 2, from -1 to 2; colours from -2 to 2, white at zero."
 */
export function evidenceMaps(
  given: Matrix | Digits,
  maps: readonly Matrix[],
  options: EvidenceMapsOptions = {},
): Figure {
  requireOptions("draw evidence", options, ["captions", "boxes", "columns", "scale"]);
  const image = "pixels" in given ? digitAt(given, 0) : given;
  const { height, width } = sizeOf(image, "draw evidence", "image");
  const small = maps.length === 0 ? { height, width } : commonSize(maps, "draw evidence");
  if (height % small.height !== 0 || width % small.width !== 0) {
    throw new RangeError(
      `Cannot draw evidence: maps of ${small.height} x ${small.width} do not divide an image of ${height} x ${width} into whole squares. Use enlarge first.`,
    );
  }
  const { captions } = options;
  const all = [image, ...maps];
  const boxes = options.boxes?.length === 1 ? all.map(() => options.boxes?.[0] ?? []) : options.boxes;
  requireOneEach("draw evidence", { "image and maps": all, captions, "lists of boxes": boxes });
  const values = maps.flat(2);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const end = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const places = image.map((row, y) =>
    row.map((_, x) => [
      Math.floor((y * small.height) / height),
      Math.floor((x * small.width) / width),
    ] as const),
  ); // biome-ignore format: a pair
  const pictures = [
    image.flat().flatMap((value) => gray(value / 255)),
    ...maps.map((map) =>
      places.flat().flatMap(([y, x]) => diverging(0.5 + (map[y]?.[x] as number) / (2 * end))),
    ),
  ];
  const tiles = pictures.map(
    (rgb, index): Tile => ({
      rgb: Uint8Array.from(rgb),
      caption: captions?.[index],
      frames: boxes?.[index]?.map((box) => ({ box, kind: "truth" as const })),
    }),
  );
  const scale = scaleFor(width, 128, options.scale);
  const columns = columnsFor(tiles.length, width * scale, options.columns);
  const layout = { height, width, columns, scale };
  if (maps.length === 0) {
    const alone = `An image of ${height} x ${width}${captionText(captions)}.`;
    return makeFigure(alone, {}, () => drawGrid(tiles, layout));
  }
  const bar = { map: diverging, title: "evidence for the class", ticks: [-end, 0, end].map(short) };
  const description =
    `An image of ${height} x ${width} and ${plural(maps.length, "map")} of ${small.height} x ${small.width}, from ${short(least)} to ${short(most)}; ` +
    `colours from ${short(-end)} to ${short(end)}, white at zero${captionText(captions)}.`;
  return makeFigure(description, {}, () => drawGrid(tiles, { ...layout, bar }));
}

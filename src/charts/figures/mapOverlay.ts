import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { grayLevel, type PixelImage } from "../../arithmetic/pixelImage.js";
import { type ColorMap, sequential } from "../color.js";
import { redGreenBlue } from "../drawing/redGreenBlue.js";
import type { Figure } from "../figure.js";
import { plural, short } from "../format.js";
import { commonSize, extent } from "../matrix.js";
import type { DigitImages } from "./digits.js";
import { drawGrid } from "./grid.js";
import { captionText, columnsFor, scaleFor } from "./gridLayout.js";
import { jpegFigure } from "./jpegFigure.js";

/** What can be chosen about {@link mapOverlay}. */
export interface MapOverlayOptions {
  /** One for each map, below it. */
  readonly captions?: readonly string[];
  /** What the colours stand for. @default {"evidence for the class"} */
  readonly title?: string;
  /** Pictures in a row. @default {as many as suit their number} */
  readonly columns?: number;
  /** CSS pixels per pixel, a whole number. @default {1 for a photograph; small images of a set are enlarged} */
  readonly scale?: number;
  /** The sentence that stands for the picture. @default {number, size and largest value} */
  readonly description?: string;
}

/** How much of the colour covers the photograph where the map has its maximum. */
const cover = 0.75;

/** Colours as they lie on a gray photograph: the less evidence, the more of what is below shines through. */
export const onGray: ColorMap = (value) => blend([150, 150, 150], value);

/**
 * Class activation maps over the photographs that they belong to: one photograph for all, or a set of images, one for each map. A small map shows as squares, one each for its numbers;
 * made as large as the photograph by `enlarge` it goes smoothly from one to the next. The photograph goes gray, so that all
 * colour is evidence. One scale for all maps: clear at zero and below, bright at the largest value of them all. A colour bar
 * gives the numbers.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no map, sizes differ, a map is larger than the photograph, or images or captions are not as many
 * as the maps
 * @example mapOverlay({ width: 2, height: 1, channels: 1, pixels: Uint8Array.of(9, 99) }, [[[0, 1.5]]]).description
 * // "1 map of 1 x 2 numbers over a photograph, up to 1.5."
 */
export function mapOverlay(
  photograph: PixelImage | DigitImages,
  maps: readonly Matrix[],
  options: MapOverlayOptions = {},
): Figure {
  requireOptions("lay maps over a photograph", options, [
    "captions",
    "title",
    "columns",
    "scale",
    "description",
  ]);
  const { height: rows, width: columnsOfMap } = commonSize(maps, "lay maps over a photograph");
  const { height, width } = photograph;
  if (rows > height || columnsOfMap > width) {
    throw new RangeError(
      `Cannot lay a map of ${rows} x ${columnsOfMap} over ${height} x ${width} pixels. Give the photograph that it belongs to.`,
    );
  }
  requireOneEach("lay maps over a photograph", { maps, captions: options.captions });
  const most = Math.max(0, extent(maps)[1]);
  const below = picturesBelow(photograph, maps.length);
  const tiles = maps.map((map, index) => ({
    rgb: covered(below[index % below.length] as Uint8Array, map, { height, width, most }),
    caption: options.captions?.[index],
  }));
  const title = options.title ?? "evidence for the class";
  const bar = { map: onGray, title, ticks: ["0 or less", short(most / 2), short(most)] };
  const scale = scaleFor(width, "count" in photograph ? 128 : width, options.scale);
  const columns = columnsFor(maps.length, width * scale, options.columns);
  const description =
    options.description ??
    `${plural(maps.length, "map")} of ${rows} x ${columnsOfMap} numbers over a photograph, up to ${short(most)}${captionText(options.captions)}.`;
  const layout = { height, width, columns, scale, bar, smooth: scale === 1, sheet: true };
  return jpegFigure(description, () => drawGrid(tiles, layout));
}

/** Three bytes a pixel: one picture for all maps, or one for each. */
function picturesBelow(photograph: PixelImage | DigitImages, maps: number): Uint8Array[] {
  const { height, width, channels = 1, pixels } = photograph;
  const count = "count" in photograph ? photograph.count : 1;
  if (count !== 1 && count !== maps) {
    throw new RangeError(
      `Cannot lay ${plural(maps, "map")} over ${count} images. Give one image for all maps, or one for each: take(images, 0, ${maps}).`,
    );
  }
  const size = height * width * channels;
  if (pixels.length !== count * size) {
    throw new RangeError(
      `Cannot lay maps over ${count} x ${height} x ${width} x ${channels} pixels: there are ${pixels.length} bytes. Check the size.`,
    );
  }
  return Array.from({ length: count }, (_, index) =>
    redGreenBlue({ height, width, channels, pixels: pixels.subarray(index * size, (index + 1) * size) }),
  );
}

function blend(below: ArrayLike<number>, value: number): [number, number, number] {
  const share = Math.min(1, Math.max(0, value));
  const color = sequential(share);
  const part = cover * (1 - (1 - share) ** 2);
  const mix = (index: 0 | 1 | 2) =>
    Math.round((below[index] ?? 0) + part * (color[index] - (below[index] ?? 0)));
  return [mix(0), mix(1), mix(2)];
}

/** The pixel there as it would be in a gray photograph. */
function grayOf(rgb: Uint8Array, at: number): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3);
  const level = grayLevel(red, green, blue);
  return [level, level, level];
}

/** A photograph of three bytes a pixel, gray, with a map laid over it: bright at `most`. */
export function covered(
  rgb: Uint8Array,
  map: Matrix,
  { height, width, most }: { height: number; width: number; most: number },
): Uint8Array {
  const out = new Uint8Array(rgb.length);
  for (let y = 0; y < height; y++) {
    const row = map[Math.floor((y * map.length) / height)] ?? [];
    for (let x = 0; x < width; x++) {
      const value = row[Math.floor((x * row.length) / width)] ?? 0;
      const at = 3 * (y * width + x);
      out.set(blend(grayOf(rgb, at), most > 0 ? value / most : 0), at);
    }
  }
  return out;
}

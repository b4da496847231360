import { requireOneEach, requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import { requireIndex } from "../../arithmetic/whole.js";
import { redGreenBlue } from "../drawing/redGreenBlue.js";
import { type Figure, makeFigure } from "../figure.js";
import { count, plural } from "../format.js";
import { drawGrid, type Tile } from "./grid.js";
import { columnsFor, scaleFor } from "./gridLayout.js";

/** Images of one size, a byte for each channel of a pixel. */
export interface DigitImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1: gray, 0 black; 3: red, green, blue. @default {1} */
  readonly channels?: 1 | 3;
  readonly pixels: Uint8Array;
}

/** What can be chosen about {@link digitGrid}. */
export interface DigitGridOptions {
  /** Which images to draw, in this order. @default {all of them} */
  readonly indices?: readonly number[];
  /** One below each image drawn; a line break starts a second line. */
  readonly captions?: readonly string[];
  /** One for each image drawn: true draws a red frame. */
  readonly highlight?: readonly boolean[];
  /** Pictures in a row. @default {as many as suit their number} */
  readonly columns?: number;
  /** CSS pixels per image pixel, a whole number. @default {what makes a digit about 84 wide, many of them or many in a row 56} */
  readonly scale?: number;
  /** The sentence that stands for the picture. @default {number, size and captions} */
  readonly description?: string;
}

const most = 400;

/**
 * Images of a set, gray or in colour, side by side as a picture with hard pixel edges, 400 at most.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are none or more than 400, an index is none of theirs, captions or marks are not as many, channels
 * are not 1 or 3, or the bytes do not fit the size
 * @example digitGrid(digitsFrom([[[0, 255]]], [1]), { captions: ["a dot"] }).description
 * // "1 image of 1 x 2 pixels: a dot."
 */
export function digitGrid(digits: DigitImages, options: DigitGridOptions = {}): Figure {
  requireOptions("draw digits", options, [
    "indices",
    "captions",
    "highlight",
    "columns",
    "scale",
    "description",
  ]);
  const { height, width, channels = 1, pixels } = digits;
  if (channels !== 1 && channels !== 3) {
    throw new RangeError(`Cannot draw images of ${channels} channels. Give 1 for gray, or 3 for colour.`);
  }
  const size = height * width * channels;
  if (pixels.length !== digits.count * size) {
    throw new RangeError(
      `Cannot draw digits: ${digits.count} of ${height} x ${width}${channels === 1 ? "" : " in colour"} take ${digits.count * size} bytes, pixels has ${pixels.length}. Check size and channels.`,
    );
  }
  const indices =
    options.indices ?? Array.from({ length: Math.min(digits.count, most + 1) }, (_, index) => index);
  requireSome("draw digits", "digit", indices);
  if (indices.length > most) {
    throw new RangeError(
      `Cannot draw ${count(options.indices?.length ?? digits.count)} digits: at most ${most} can be seen at once. Choose some: { indices: [0, 1, 2] }.`,
    );
  }
  const { captions, highlight } = options;
  requireOneEach("draw digits", { digits: indices, captions, highlight });
  const tiles = indices.map((index, place): Tile => {
    requireIndex("draw digits", { index }, digits.count);
    const image = { height, width, channels, pixels: pixels.subarray(index * size, (index + 1) * size) };
    const rgb = redGreenBlue(image);
    return { rgb, caption: captions?.[place], highlight: highlight?.[place] };
  });
  const areMany = tiles.length > 24 || (options.columns ?? 1) > 8;
  const scale = scaleFor(width, areMany ? 56 : 84, options.scale);
  const columns = columnsFor(tiles.length, width * scale, options.columns);
  return makeFigure(options.description ?? describe(tiles, digits), {}, () =>
    drawGrid(tiles, { height, width, columns, scale }),
  );
}

function describe(tiles: readonly Tile[], { height, width }: DigitImages): string {
  const head = `${plural(tiles.length, "image")} of ${height} x ${width} pixels`;
  const captions = tiles.flatMap(({ caption }) => caption?.replaceAll("\n", ", ") ?? []);
  if (captions.length === 0) return `${head}.`;
  const rest = captions.length > 20 ? ` and ${captions.length - 20} more` : "";
  return `${head}: ${captions.slice(0, 20).join("; ")}${rest}.${marked(tiles)}`;
}

function marked(tiles: readonly Tile[]): string {
  const framed = tiles.filter((tile) => tile.highlight).length;
  return framed === 0 ? "" : ` ${framed} marked with a red frame.`;
}

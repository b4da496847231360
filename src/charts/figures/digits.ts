import { redGreenBlue } from "../drawing/redGreenBlue.js";
import { type Figure, makeFigure } from "../figure.js";
import { count, plural } from "../format.js";
import { drawGrid, type Tile } from "./grid.js";
import { checkCaptions, columnsFor, scaleFor } from "./gridLayout.js";

/** Images of one size, a byte for each channel of a pixel. */
export interface DigitImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1: gray, 0 black; 3: red, green, blue. @default {1} */
  readonly channels?: 1 | 3;
  readonly pixels: Uint8Array;
}

export interface DigitGridOptions {
  /** Which images to draw, in this order. @default {all of them} */
  readonly indices?: readonly number[];
  /** One below each image drawn; a line break starts a second line. */
  readonly captions?: readonly string[];
  /** One for each image drawn: true draws a red frame. */
  readonly highlight?: readonly boolean[];
  readonly columns?: number;
  /** CSS pixels per image pixel, a whole number. */
  readonly scale?: number;
  readonly description?: string;
}

const most = 400;

/** Images of a set, gray or in colour, side by side as a picture with hard pixel edges. */
export function digitGrid(digits: DigitImages, options: DigitGridOptions = {}): Figure {
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
  if (indices.length === 0) throw new RangeError("Cannot draw digits: there are none. Pass at least one.");
  if (indices.length > most) {
    throw new RangeError(
      `Cannot draw ${count(options.indices?.length ?? digits.count)} digits: at most ${most} can be seen at once. Choose some: { indices: [0, 1, 2] }.`,
    );
  }
  checkCaptions(options.captions, indices.length);
  if (options.highlight !== undefined && options.highlight.length !== indices.length) {
    throw new RangeError(
      `Cannot draw digits: ${options.highlight.length} marks for ${indices.length} digits. Pass one each.`,
    );
  }
  const tiles = indices.map((index, place): Tile => {
    if (!Number.isInteger(index) || index < 0 || index >= digits.count) {
      throw new RangeError(`Cannot draw digit ${index}: there are ${count(digits.count)}. Count from 0.`);
    }
    const image = { height, width, channels, pixels: pixels.subarray(index * size, (index + 1) * size) };
    const rgb = redGreenBlue(image);
    return { rgb, caption: options.captions?.[place], highlight: options.highlight?.[place] };
  });
  const scale = scaleFor(width, tiles.length > 24 ? 56 : 84, options.scale);
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

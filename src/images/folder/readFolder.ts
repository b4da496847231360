import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireOptions } from "../../arithmetic/options.js";
import { isWhole } from "../../arithmetic/whole.js";
import { fromHome, requireReaderFiles } from "../../platform/readerFiles.js";
import { channelsOf, type Images, roomForLabels } from "../images.js";
import { decodeImage } from "../photographs/decodeImage.js";
import { type Fit, fitImage } from "../photographs/fitImage.js";
import { toGray } from "../photographs/toGray.js";
import { pictureFiles } from "./pictureFiles.js";

/** How pictures become images of one size. */
export interface FolderOptions {
  /** Pixels: one number for a square. @default {64} */
  size?: number | { height: number; width: number };
  /** 3 for colour, 1 for gray. @default {3} */
  channels?: 1 | 3;
  /** Where a picture has another shape: `stretch` it, or `crop` it to its middle in the right shape. @default {"stretch"} */
  fit?: Fit;
  /** What to do about a picture that cannot be read. @default {"throw"} */
  onDamaged?: "throw" | "skip";
}

/** Images, and which files were left out. */
export interface FolderImages extends Images {
  skipped: readonly { readonly file: string; readonly reason: string }[];
}

/** The names of the options. */
export const folderOptions = ["size", "channels", "fit", "onDamaged"] as const;

/**
 * Reads a folder of folders of pictures; `report` hears how many of them are done. What it does is told of `imagesFromFolder`, which
 * shows a bar.
 */
export async function readFolder(
  folder: string,
  options: FolderOptions = {},
  report: (done: number, total: number, file: string) => void = () => {},
): Promise<FolderImages> {
  const { height, width, channels, fit, skip } = checked(folder, options);
  requireReaderFiles("read images from a folder");
  const home = fromHome(folder);
  const { classes, pictures, loose } = await pictureFiles(home);
  const skipped: { file: string; reason: string }[] = [];
  const leaveOut = (file: string, reason: string, cause?: unknown) => {
    if (!skip) {
      throw new Error(
        `Cannot read ${join(home, file)}: ${reason} To leave out such files, pass { onDamaged: "skip" }.`,
        { cause },
      );
    }
    skipped.push({ file, reason });
  };
  for (const file of loose) leaveOut(file, "it is a picture of no class: it lies beside the folders.");
  const size = height * width * channels;
  const pixels = roomFor(pictures.length, size);
  const labels = roomForLabels(pictures.length, classes.length);
  let count = 0;
  // One after the other: only one is in memory at its full size.
  for (const [index, { file, label }] of pictures.entries()) {
    report(index, pictures.length, file);
    try {
      const picture = decodeImage(await readFile(join(home, file)));
      const image = fitImage(picture, { height, width }, fit);
      pixels.set((channels === 1 ? toGray(image) : image).pixels, count * size);
      labels[count++] = label;
    } catch (error) {
      leaveOut(file, reasonOf(error), error);
    }
  }
  report(pictures.length, pictures.length, `${classes.length} classes`);
  const kept = labels.subarray(0, count);
  const empty = classes.find((_, label) => !kept.includes(label));
  if (empty !== undefined) {
    throw new Error(
      `Cannot read images from ${home}: no picture in its folder ${empty} can be read (${skipped.find(({ file }) => file.startsWith(`${empty}/`))?.reason}) Give JPEG or PNG files.`,
    );
  }
  // A copy where pictures were left out, so that their room is given back.
  const rest =
    count === pictures.length
      ? { pixels, labels }
      : { pixels: pixels.slice(0, count * size), labels: kept.slice() };
  return { count, height, width, channels, ...rest, classes, skipped };
}

function checked(folder: string, options: FolderOptions) {
  const action = "read images from a folder";
  if (typeof folder !== "string") {
    throw new TypeError(`Cannot ${action}: it is ${typeof folder}. Give its path as text.`);
  }
  requireOptions(action, options, folderOptions);
  const { size = 64, channels = 3, fit = "stretch", onDamaged = "throw" } = options;
  const { height, width } = typeof size === "number" ? { height: size, width: size } : (size ?? {});
  for (const pixels of [height, width]) {
    if (isWhole(pixels, { from: 1 })) continue;
    throw new RangeError(
      `Cannot ${action}: size is ${JSON.stringify(size)}. Give whole pixels from 1: 64, or { height: 48, width: 64 }.`,
    );
  }
  if (fit !== "stretch" && fit !== "crop") {
    throw new RangeError(`Cannot ${action}: fit is ${fit}. Give "stretch" or "crop".`);
  }
  if (onDamaged !== "throw" && onDamaged !== "skip") {
    throw new RangeError(`Cannot ${action}: onDamaged is ${onDamaged}. Give "throw" or "skip".`);
  }
  return { height, width, channels: channelsOf({ channels }), fit, skip: onDamaged === "skip" };
}

function roomFor(count: number, size: number): Uint8Array {
  try {
    return new Uint8Array(count * size);
  } catch (cause) {
    const gigabytes = ((count * size) / 1e9).toFixed(1);
    throw new RangeError(
      `Cannot hold ${count} images of ${size} bytes: they take ${gigabytes} GB. Choose a smaller size.`,
      { cause },
    );
  }
}

/** Why a picture could not be read, as the rest of a sentence. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "it is a link that leads nowhere.";
  if (code !== undefined) return `it is unreadable (${code}).`;
  return message.replace(/^Cannot read the picture: /, "");
}

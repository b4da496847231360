import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { absolute, fromHome, requireReaderFiles } from "../../platform/readerFiles.js";
import { optionalFile, optionalSource } from "../optionalSource.js";
import { decodeImage } from "./decodeImage.js";

/** Photographs by name, and their files in scikit-image. Who took them stands in `data/sources.json`. */
const files = {
  cat: "chelsea.png",
  coffee: "coffee.png",
  rocket: "rocket.jpg",
  motorcycle: "motorcycle_left.png",
  astronaut: "astronaut.png",
  brick: "brick.png",
  grass: "grass.png",
  gravel: "gravel.png",
} as const;

/** Names of the photographs that come along. */
export type PhotographName = keyof typeof files;

/**
 * A photograph, red, green, blue: one that comes along, by its name, or one of the reader's own, by the path of a PNG or JPEG file;
 * `~` in front stands for the home folder.
 *
 * @throws {Error} if the file cannot be read, or the photographs that come along cannot be fetched
 * @throws {TypeError} if the file is neither PNG nor JPEG, or damaged
 */
export async function photograph(
  nameOrPath: PhotographName | (string & {}),
): Promise<PixelImage & { channels: 3 }> {
  const file = files[nameOrPath as PhotographName] as string | undefined;
  const own = file === undefined || !Object.hasOwn(files, nameOrPath);
  if (own) requireReaderFiles(`read the photograph ${nameOrPath}`);
  else await optionalSource("photographs");
  let bytes: Uint8Array;
  try {
    bytes = own ? await readFile(fromHome(nameOrPath)) : await optionalFile("photographs", file);
  } catch (cause) {
    const names = Object.keys(files).join(", ");
    const looked = isAbsolute(nameOrPath) ? "" : ` (looked for as ${absolute(fromHome(nameOrPath))})`;
    throw new Error(
      `Cannot read the photograph ${nameOrPath}: there is no such file, or it may not be read${looked}. Give the path of a PNG or JPEG, or one of ${names}.`,
      { cause },
    );
  }
  return decodeImage(bytes);
}

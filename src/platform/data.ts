import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

const addressOf = (path: string) => new URL(`../../data/${path}`, import.meta.url);

/**
 * A file that comes along, in `data/`.
 *
 * @throws {Error} if it is not there
 */
export function readData(path: string): Promise<Uint8Array> {
  return readFile(addressOf(path));
}

/** The same at once. In a browser only the files that `kept.ts` lists can be had so. */
export function readDataNow(path: string): Uint8Array {
  return readFileSync(addressOf(path));
}

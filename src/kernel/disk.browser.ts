// The disk that types are read from: in memory.
import type { Dirent, Stats } from "node:fs";
import { entriesIn, isFolder, textAt } from "./virtualDisk.js";

export type { Dirent, Stats };

export function existsSync(path: string): boolean {
  return textAt(path) !== undefined || isFolder(path);
}

export function readFileSync(path: string): string {
  const text = textAt(path);
  if (text === undefined) throw new Error(`Cannot read ${path}: there is no such file.`);
  return text;
}

/** Of what is there; nothing changes here, so that all stamps are the same. */
export function statSync(path: string): Stats | undefined {
  const text = textAt(path);
  if (text === undefined && !isFolder(path)) return undefined;
  return {
    ...{ mtimeMs: 0, ctimeMs: 0, ino: 0, size: text?.length ?? 0 },
    isFile: () => text !== undefined,
    isDirectory: () => text === undefined,
  } as Stats;
}

export function readdirSync(path: string, options?: { withFileTypes: true }): (string | Dirent)[] {
  const entries = entriesIn(path);
  if (entries === undefined) throw new Error(`Cannot list ${path}: there is no such folder.`);
  if (options === undefined) return [...entries.keys()];
  return [...entries].map(
    ([name, folder]) => ({ name, isDirectory: () => folder, isSymbolicLink: () => false }) as Dirent,
  );
}

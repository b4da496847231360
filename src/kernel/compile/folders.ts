import { join, resolve } from "node:path";
import { type Dirent, readdirSync, statSync } from "../disk.js";

interface Found {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is in a folder, by name; nothing where there is none that can be read. */
export function entriesOf(folder: string): Found[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .map((entry) => ({ name: entry.name, isFolder: isFolder(entry, folder) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isFolder(entry: Dirent, folder: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Where a path leads, written as an address or not. */
export function placeOf(path: string, folder: string): string {
  return resolve(folder, path.replace(/^file:\/\//, ""));
}

/** Whether the part of a path before its last slash is a folder. */
export function leadsToFolder(path: string, folder: string): boolean {
  const before = path.slice(0, path.lastIndexOf("/") + 1);
  return (
    before !== "" && (statSync(placeOf(before, folder), { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}

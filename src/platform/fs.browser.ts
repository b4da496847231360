// `node:fs/promises` in a browser, as far as the reader's own files are read: those of the notebook's file browser.
import { offeredFiles } from "./offeredFiles.js";

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

const missing = (path: string) =>
  Object.assign(new Error(`ENOENT: no such file or directory, '${path}'`), { code: "ENOENT" });

const entryOf = ({ name, folder }: { name: string; folder: boolean }): Entry => ({
  name,
  isDirectory: () => folder,
  isFile: () => !folder,
  isSymbolicLink: () => false,
});

export async function readFile(path: string, encoding: string): Promise<string>;
export async function readFile(path: string): Promise<Uint8Array>;
export async function readFile(path: string, encoding?: string): Promise<Uint8Array | string> {
  const bytes = await offeredFiles()?.read(path);
  if (bytes === undefined) throw missing(path);
  return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
}

export async function readdir(path: string, options: { withFileTypes: true }): Promise<Entry[]>;
export async function readdir(path: string): Promise<string[]>;
export async function readdir(path: string, options?: { withFileTypes: true }): Promise<(Entry | string)[]> {
  const entries = await offeredFiles()?.list(path);
  if (entries === undefined) throw missing(path);
  return options ? entries.map(entryOf) : entries.map(({ name }) => name);
}

/** A file is told by its bytes, since nobody else knows its size. */
export async function stat(path: string): Promise<Entry & { readonly size: number }> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if ((await offeredFiles()?.list(path)) !== undefined)
    return { ...entryOf({ name, folder: true }), size: 0 };
  return { ...entryOf({ name, folder: false }), size: (await readFile(path)).length };
}

/** There are no links. */
export async function realpath(path: string): Promise<string> {
  return path;
}

import { mkdir, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Makes sure that the reader's own files can be reached.
 *
 * @throws {Error} if they cannot, as in a browser without a place for files
 */
export function requireReaderFiles(_action: string): void {}

/** A path with `~` for the home folder, written out. */
export function fromHome(path: string): string {
  return path.replace(/^~(?=[\\/]|$)/, homedir());
}

/** Where a path leads from here. */
export function absolute(path: string): string {
  return resolve(path);
}

/** Writes files into a folder, which is made; the old ones stay until the new ones are whole. */
export async function writeFiles(
  folder: string,
  files: readonly (readonly [file: string, content: Uint8Array | string])[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, content] of files) await writeFile(join(folder, `${file}.part`), content);
  for (const [file] of files) await rename(join(folder, `${file}.part`), join(folder, file));
}

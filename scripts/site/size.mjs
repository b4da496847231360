import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * The bytes of all files in a folder that were written at or after a time.
 *
 * @param {string} folder
 * @param {number} time milliseconds, as of Date.now()
 */
export async function sizeSince(folder, time) {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size, ctimeMs } = await stat(join(entry.parentPath ?? entry.path, entry.name));
    // A file's clock may be a few milliseconds behind.
    if (ctimeMs >= time - 20) bytes += size;
  }
  return bytes;
}

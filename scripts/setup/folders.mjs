import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { homeOf } from "../installation.cjs";

/**
 * A new empty folder for something half-made. It is inside .cache, so that a rename moves the result out.
 *
 * @param {string} root
 * @param {string} name
 */
export function newFolder(root, name) {
  const building = join(homeOf(root), ".cache", "building");
  mkdirSync(building, { recursive: true });
  return mkdtempSync(join(building, `${name}-`));
}

/**
 * Takes away what an interrupted set-up left half-made. Only for the holder of the lock.
 *
 * @param {string} root
 */
export function clearHalfMade(root) {
  rmSync(join(homeOf(root), ".cache", "building"), { recursive: true, force: true, maxRetries: 3 });
}

/**
 * How many bytes of files lie below a folder. Links are not followed.
 *
 * @param {string} folder
 */
export function bytesBelow(folder) {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += bytesBelow(path);
    else if (entry.isFile()) sum += statSync(path).size;
  }
  return sum;
}

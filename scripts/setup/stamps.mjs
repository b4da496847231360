import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../errors.mjs";

/** @import { BinaryLike } from "node:crypto" */
/** @import { Console } from "../console.mjs" */
import { homeOf } from "../installation.cjs";

// A stamp is what a step was made from. A step whose inputs still give the same stamp, and whose results
// still stand, is not done again.

/**
 * A step of set-up.
 * @typedef {object} Step
 * @property {string} name
 * @property {number} bytes the room it takes on the disk at most
 * @property {(root: string) => unknown} inputs what it is made from
 * @property {(root: string) => boolean} stands whether its results are there
 * @property {(root: string, out: Console, options?: { forTests?: boolean }) => unknown} run does it; false: it has not ended well
 */

/**
 * SHA-256 in hex.
 *
 * @param {BinaryLike} content
 */
export function hashOf(content) {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * SHA-256 over the names and contents of all files below `folders` (and of single files) that `keep` accepts.
 *
 * @param {string} root
 * @param {string[]} paths
 * @param {(name: string) => boolean} [keep]
 */
export function hashOfFiles(root, paths, keep = () => true) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    let names;
    try {
      names = readdirSync(full, { withFileTypes: true });
    } catch (error) {
      if (codeOf(error) !== "ENOTDIR") throw error;
      hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
      return;
    }
    names.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of names) {
      if (entry.isDirectory() || keep(entry.name)) add(`${path}/${entry.name}`);
    }
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/** @param {string} root */
const folderOf = (root) => join(homeOf(root), ".cache", "stamps");
/**
 * @param {string} root
 * @param {string} name
 */
const fileOf = (root, name) => join(folderOf(root), `${name}.json`);

/**
 * Does the stamp of this step say it was made from exactly these inputs?
 *
 * @param {string} root
 * @param {string} name
 * @param {unknown} inputs
 */
export function hasStamp(root, name, inputs) {
  try {
    return readFileSync(fileOf(root, name), "utf8") === stampText(inputs);
  } catch {
    return false;
  }
}

/**
 * Written when a step has ended well, whole or not at all.
 *
 * @param {string} root
 * @param {string} name
 * @param {unknown} inputs
 */
export function writeStamp(root, name, inputs) {
  const file = fileOf(root, name);
  mkdirSync(folderOf(root), { recursive: true });
  writeFileSync(`${file}.new`, stampText(inputs));
  renameSync(`${file}.new`, file);
}

/**
 * Taken away before a step begins: whatever interrupts it, the next run does it again.
 *
 * @param {string} root
 * @param {string} name
 */
export function removeStamp(root, name) {
  rmSync(fileOf(root, name), { force: true });
}

/** @param {unknown} inputs */
function stampText(inputs) {
  return `${JSON.stringify(inputs, null, 2)}\n`;
}

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { codeOf } from "../errors.mjs";
import { isSame } from "./places.mjs";
import { checkoutOf, isGone } from "./registered.mjs";
import { unwritable } from "./unwritable.mjs";

// A kernel that had to make way lies in <data folder>/convlab/replaced-1/kernel, beside from.json, which says where
// it was and for which checkout it went. Jupyter does not look there.

/**
 * @typedef {object} Kept
 * @property {number} number
 * @property {string} kept the folder in the store
 * @property {string} folder where it was
 * @property {string} checkout for which it went
 */

/** @param {string} user */
const storeOf = (user) => join(user, "convlab");

/**
 * Moves a registered kernel into the store, and returns the way back.
 *
 * @param {string} root
 * @param {string} user
 * @param {{ folder: string }} registered
 */
export function keep(root, user, { folder }) {
  const store = storeOf(user);
  mkdirSync(store, { recursive: true });
  let number = 1;
  while (existsSync(join(store, `replaced-${number}`))) number += 1;
  const kept = join(store, `replaced-${number}`);
  mkdirSync(kept);
  try {
    writeFileSync(join(kept, "from.json"), `${JSON.stringify({ folder, checkout: root }, null, 2)}\n`);
    move(folder, join(kept, "kernel"));
  } catch (error) {
    rmSync(kept, { recursive: true, force: true });
    const way = `Remove it by hand, or ask whoever looks after ${dirname(folder)}.`;
    throw unwritable(`move ${folder} out of the way`, error, way);
  }
  return { folder, kept: join(kept, "kernel"), undo: () => putBack({ kept, folder }) };
}

/**
 * What was kept for this checkout, or for one that is gone; the last one first.
 *
 * @param {string} root
 * @param {string} user
 * @returns {Kept[]}
 */
export function keptFor(root, user) {
  const store = storeOf(user);
  if (!existsSync(store)) return [];
  return readdirSync(store)
    .flatMap((each) => {
      const number = Number(/^replaced-(\d+)$/.exec(each)?.[1]);
      const from = read(join(store, each, "from.json"));
      return number && from && existsSync(join(store, each, "kernel"))
        ? [{ number, kept: join(store, each), ...from }]
        : [];
    })
    .filter(({ checkout }) => isSame(checkout, root) || isGone(checkout))
    .sort((one, other) => other.number - one.number);
}

/**
 * Puts the kernels back where they were, and says it. What lies where another kernel is now stays in the store.
 *
 * @param {string} root
 * @param {string} user
 */
export function putAllBack(root, user) {
  return keptFor(root, user).map((each) => {
    const kernel = join(each.kept, "kernel");
    const checkout = checkoutOf(read(join(kernel, "kernel.json")));
    if (checkout !== undefined && isGone(checkout)) {
      rmSync(each.kept, { recursive: true });
      return `Dropped the copy of a kernel whose folder is gone: ${checkout}`;
    }
    if (existsSync(each.folder)) return `Left in ${kernel}: there is another kernel in ${each.folder} now.`;
    putBack(each);
    return `Put back: ${each.folder}`;
  });
}

/** @param {{ kept: string, folder: string }} replaced */
function putBack({ kept, folder }) {
  mkdirSync(dirname(folder), { recursive: true });
  move(join(kept, "kernel"), folder);
  rmSync(kept, { recursive: true });
}

/**
 * Takes the store away once nothing is in it.
 *
 * @param {string} user
 */
export function clearStore(user) {
  const store = storeOf(user);
  if (existsSync(store) && readdirSync(store).length === 0) rmSync(store, { recursive: true });
}

/**
 * @param {string} from
 * @param {string} to
 */
function move(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    rmSync(from, { recursive: true });
  }
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

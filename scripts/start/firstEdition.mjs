import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

/**
 * Moves copies of first-edition lessons from the reader's folder to `first-edition/` in it, once, and returns their names. Those
 * lessons call exercises by number, and a number may mean another exercise now.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function keepFirstEdition(folder) {
  const kept = join(folder, "first-edition");
  if (!existsSync(folder) || existsSync(kept)) return [];
  const old = readdirSync(folder).filter(
    (name) => name.endsWith(".ipynb") && isFirstEdition(join(folder, name)),
  );
  if (old.length > 0) mkdirSync(kept);
  for (const name of old) renameSync(join(folder, name), join(kept, name));
  return old.sort();
}

/** Whether a cell says `exercise("06.1")`; in the notebook's JSON the quotes are escaped. */
const isFirstEdition = (/** @type {string} */ file) =>
  /exercise\(\\?["']\d\d\.\d/.test(readFileSync(file, "utf8"));

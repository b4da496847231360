// Lessons that have changed since the reader's copy was made: told once for each new edition. No copy is touched.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editionOf, standing } from "../edition.mjs";
import { lessonCopy, lessonFiles, readLesson } from "../lessonNotebooks.mjs";

/** @import { Cell, Notebook } from "../edition.mjs" */

/** In the reader's folder, out of sight: the edition of each lesson of which the reader was told. */
const toldName = ".convlab-told.json";

/**
 * The numbers of the lessons that the reader has not been told of yet, such as "06". From now on they count as told.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
export function newEditions(root, folder) {
  if (!existsSync(folder)) return [];
  const told = toldIn(folder);
  const fresh = lessonFiles(root).filter((file) => {
    const name = nameOf(file);
    const lesson = readLesson(root, file);
    const now = lessonCopy(lesson).metadata.convlab?.edition ?? "";
    if (told[name] === now || !hasChanged(folder, file, lesson, now)) return false;
    told[name] = now;
    return true;
  });
  if (fresh.length > 0) writeFileSync(join(folder, toldName), `${JSON.stringify(told, null, 2)}\n`);
  return fresh.map((file) => file.slice(0, 2));
}

/**
 * Whether the reader's copy is of another edition, and none of this one stands beside it.
 *
 * @param {string} folder
 * @param {string} file
 * @param {Notebook} lesson
 * @param {string} now
 */
function hasChanged(folder, file, lesson, now) {
  const own = notebookIn(folder, file);
  if (own === undefined || standing(own, now) === "same") return false;
  if (editionOf(own) === editionOf(lesson)) return false; // taken from notebooks/ as it is
  const beside = `${file.slice(0, -".ipynb".length)}-fresh`;
  return !readdirSync(folder).some(
    (name) => name.startsWith(beside) && standing(notebookIn(folder, name), now) === "same",
  );
}

/** @param {string} file "06-mnist-cnn.ipynb" @returns {string} the lesson's name, whatever its number is */
const nameOf = (file) => file.slice(3, -".ipynb".length);

/**
 * A notebook of the reader's; undefined for what cannot be read as one.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {Notebook | undefined}
 */
function notebookIn(folder, name) {
  const found = jsonIn(folder, name);
  if (!Array.isArray(found?.cells) || !found.metadata) return undefined;
  const isText = (/** @type {unknown} */ source) => typeof source === "string" || Array.isArray(source);
  return found.cells.every((/** @type {Cell | null} */ cell) => isText(cell?.source)) ? found : undefined;
}

/**
 * @param {string} folder
 * @returns {Record<string, string>}
 */
const toldIn = (folder) => ({ ...jsonIn(folder, toldName) });

/**
 * @param {string} folder
 * @param {string} name
 */
function jsonIn(folder, name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), "utf8"));
  } catch {
    return undefined;
  }
}

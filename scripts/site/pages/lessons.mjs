// The notebooks as the pages need them: in order, with their names, titles and promises.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {{ output_type: string, name?: string, text?: Text, data?: Record<string, Text | object>,
 *   metadata?: Record<string, unknown>, ename?: string, traceback?: string[] }} Output
 * @typedef {string | string[]} Text the notebook format allows both
 * @typedef {{ cell_type: string, source: Text, metadata: { tags?: string[] }, outputs?: Output[] }} Cell
 *
 * @typedef {object} Lesson
 * @property {string} name "padding-and-stride"
 * @property {string} number "03"
 * @property {string} file "03-padding-and-stride.ipynb"
 * @property {string} title
 * @property {string} promise Markdown: what the lesson is good for, in a sentence
 * @property {string} minutes "about 60 minutes", as the lesson says it
 * @property {readonly Cell[]} cells
 */

/** @param {unknown} text */
export const joined = (text) => (Array.isArray(text) ? text.join("") : String(text ?? ""));

/**
 * @param {string} root
 * @returns {Promise<Lesson[]>}
 */
export async function readLessons(root) {
  const order = await import(pathToFileURL(join(root, "dist", "lessons", "order.js")).href);
  const files = readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"));
  return order.lessonOrder.map((/** @type {string} */ name) => {
    const file = files.find((each) => each.replace(/^\d+-/, "") === `${name}.ipynb`);
    if (file === undefined)
      throw new Error(
        `Cannot make the pages: notebooks/ has no lesson ${name}. Run npm run lessons -- --renumber.`,
      );
    return lessonFrom(name, file, JSON.parse(readFileSync(join(root, "notebooks", file), "utf8")).cells);
  });
}

/**
 * @param {string} name
 * @param {string} file
 * @param {Cell[]} cells
 * @returns {Lesson}
 */
function lessonFrom(name, file, cells) {
  const opening = joined(cells[0]?.source);
  const [, number, title] = /^# (\d+) · (.+)$/m.exec(opening) ?? [];
  const promise = /^> (.+)$/m.exec(opening)?.[1];
  if (number === undefined || title === undefined || promise === undefined)
    throw new Error(
      `Cannot make a page of ${file}: its first cell needs "# 01 · Title" and a line "> promise".`,
    );
  const minutes = /\*\*Time:\*\* (about )?(\d+ minutes)/.exec(opening)?.[2] ?? "";
  return { name, number, file, title, promise, minutes, cells };
}

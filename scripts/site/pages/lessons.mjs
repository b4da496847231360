// The notebooks as the pages need them: in order, with their names, titles and promises.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lessonFiles, openingOf, readLesson } from "../../lessonNotebooks.mjs";

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

/**
 * @param {string} root
 * @returns {Promise<Lesson[]>}
 */
export async function readLessons(root) {
  const order = await import(pathToFileURL(join(root, "dist", "lessons", "order.js")).href);
  const files = lessonFiles(root);
  return order.lessonOrder.map((/** @type {string} */ name) => {
    const file = files.find((each) => each.replace(/^\d+-/, "") === `${name}.ipynb`);
    if (file === undefined)
      throw new Error(
        `Cannot make the pages: notebooks/ has no lesson ${name}. Run npm run lessons -- --renumber.`,
      );
    const lesson = readLesson(root, file);
    const opening = openingOf(lesson);
    if (opening === undefined)
      throw new Error(
        `Cannot make a page of ${file}: its first cell needs "# 01 · Title" and a line "> promise".`,
      );
    return { name, file, ...opening, cells: lesson.cells };
  });
}

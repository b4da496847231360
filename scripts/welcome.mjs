// The page on which JupyterLab opens: welcome.md beside the reader's lessons, with what one has done of them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readersFolder } from "./installation.cjs";
import { joined, lessonFiles, openingOf, readLesson } from "./lessonNotebooks.mjs";
import { lessonPicture } from "./lessonPictures.mjs";
import { writeMadePage } from "./madePage.mjs";

/** @import { Picture } from "./lessonPictures.mjs" */

/**
 * A lesson as the page lists it.
 *
 * @typedef {object} Listed
 * @property {string} file "03-padding-and-stride.ipynb"
 * @property {string} number
 * @property {string} title
 * @property {string} promise
 * @property {string} minutes "60 minutes"
 * @property {Picture | undefined} picture
 * @property {readonly string[]} exercises "padding-and-stride.1" and so on
 */

export const welcomeName = "welcome.md";
/** The first line of a page that was made here, and may be made anew. */
const mark = "<!-- Made at every start: what you write here does not stay. -->";
const renewed = "This page is made anew at every start: then it knows what you have done meanwhile.";
/** CSS pixels; without the least width a table makes a picture small to save lines beside it. */
const pictureWidth = 176;

/**
 * Writes the page as it should be now, and says whether that changed anything. A page of the reader's own stays as it is.
 *
 * @param {string} root
 * @param {string} [folder]
 */
export function writeWelcome(root, folder = readersFolder(root)) {
  const text = `${welcomePage(listedLessons(root), doneIn(folder))}\n${renewed}\n`;
  return writeMadePage(folder, welcomeName, mark, text);
}

/**
 * @param {string} root
 * @returns {Listed[]}
 */
export function listedLessons(root) {
  return lessonFiles(root).map((file) => {
    const lesson = readLesson(root, file);
    const text = lesson.cells.map(({ source }) => joined(source)).join("\n");
    const exercises = [...text.matchAll(/\bexercise\(["']([\w-]+\.\d+)["']\)/g)].map(([, id = ""]) => id);
    const name = file.slice(3, -".ipynb".length);
    // Somebody may be about to write one.
    const opening = openingOf(lesson) ?? { number: file.slice(0, 2), title: name, promise: "", minutes: "" };
    return { file, ...opening, picture: lessonPicture(name, lesson), exercises: [...new Set(exercises)] };
  });
}

/**
 * The exercises that are done, from the file that the lessons keep beside themselves. Somebody may have changed it by hand.
 *
 * @param {string} folder
 * @returns {ReadonlySet<string>}
 */
function doneIn(folder) {
  try {
    const kept = JSON.parse(readFileSync(join(folder, "convlab-progress.json"), "utf8"));
    return new Set(Object.keys(kept).filter((id) => kept[id]?.done === true));
  } catch {
    return new Set();
  }
}

/**
 * @param {readonly Listed[]} lessons
 * @param {ReadonlySet<string>} done
 */
export function welcomePage(lessons, done) {
  const rows = lessons.map((lesson) => {
    const text = `**${linkTo(lesson)}**<br>${lesson.promise.replaceAll("|", "\\|")}`;
    const facts = [lesson.minutes, doneText(lesson, done)].map((fact) => fact.replaceAll(" ", "&nbsp;"));
    return `| ${pictureHtml(lesson.picture)} | ${text} | ${facts.join("<br>")} |`;
  });
  return `# Convolutional networks, cell by cell

These lessons lead from one weighted sum to a network that knows photographs. You work out each step with a pencil, then as a loop in
TypeScript, then with TensorFlow.js. You need to know some TypeScript, and nothing of deep learning.

**${beginning(lessons, done)}**

A lesson is a notebook: read, write your guess where you are asked for one, and run a cell with **Shift+Enter**. These are your own
copies, to be changed as you like; nothing was run in them before you came. The [glossary](glossary.md) says what each term means.

| | lesson | time, exercises |
| --- | --- | --- |
${rows.join("\n")}
`;
}

/** @param {Pick<Listed, "file" | "number" | "title">} lesson */
const linkTo = ({ file, number, title }) => `[${number} · ${title}](${file})`;

/**
 * Where to start; for those who have done an exercise, the first lesson from the last such on with one that is not done.
 *
 * @param {readonly Listed[]} lessons
 * @param {ReadonlySet<string>} done
 */
function beginning(lessons, done) {
  const [first] = lessons;
  const last = lessons.findLastIndex(({ exercises }) => exercises.some((id) => done.has(id)));
  if (last < 0) return first === undefined ? "" : `Start here: ${linkTo(first)}`;
  const open = lessons.slice(last).find(({ exercises }) => exercises.some((id) => !done.has(id)));
  return open === undefined ? "You have reached the end of the last lesson." : `Go on here: ${linkTo(open)}`;
}

/**
 * @param {Listed} lesson
 * @param {ReadonlySet<string>} done
 */
function doneText({ exercises }, done) {
  const count = exercises.filter((id) => done.has(id)).length;
  if (exercises.length === 0) return "";
  if (count === 0) return exercises.length === 1 ? "1 exercise" : `${exercises.length} exercises`;
  return count === exercises.length ? `✓ all ${count} done` : `${count} of ${exercises.length} done`;
}

/**
 * In the page itself: a folder of pictures would stand among the reader's files.
 *
 * @param {Picture | undefined} picture
 */
function pictureHtml(picture) {
  if (picture === undefined) return "";
  const address = `data:${picture.mime};base64,${picture.bytes.toString("base64")}`;
  const alt = picture.alt.replaceAll('"', "&quot;").replaceAll("|", "&#124;");
  const style = `min-width:${pictureWidth}px`;
  return `<img src="${address}" width="${pictureWidth}" style="${style}" alt="${alt}">`;
}

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { glossaryOf } from "../glossary.mjs";
import { joined, lessonCopy, lessonFiles, readLesson } from "../lessonNotebooks.mjs";
import { listedLessons, welcomeName, welcomePage } from "../welcome.mjs";

/** @import { Cell, Notebook } from "../edition.mjs" */

/**
 * The lessons where JupyterLite finds them, and its list of what there is.
 *
 * @param {string} root
 * @param {string} out
 */
export async function buildNotebooks(root, out) {
  const files = join(out, "jupyter", "files");
  const lists = join(out, "jupyter", "api", "contents");
  mkdirSync(files, { recursive: true });
  mkdirSync(lists, { recursive: true });
  const lessons = lessonFiles(root).map((name) => {
    const lesson = siteLesson(readLesson(root, name));
    const { mtime } = statSync(join(root, "notebooks", name));
    const { edition } = lesson.metadata.convlab ?? {};
    return { ...written(files, name, JSON.stringify(lesson)), ...entry(name, "notebook", mtime), edition };
  });
  const pages = Object.entries({
    [welcomeName]: welcomePage(listedLessons(root), new Set()),
    "glossary.md": glossaryOf(root),
  }).map(([name, text]) => ({
    ...written(files, name, text),
    ...entry(name, "file", new Date(0)),
    mimetype: "text/markdown",
  }));
  writeFileSync(
    join(lists, "all.json"),
    JSON.stringify({
      ...entry("", "directory", new Date(0)),
      format: "json",
      content: [...lessons, ...pages],
    }),
  );
}

/**
 * The lesson as the site gives it: a reader's copy, with texts in one piece, and with smaller values where a browser would take
 * too long.
 *
 * @param {Notebook} lesson
 * @returns {Notebook}
 */
export function siteLesson(lesson) {
  const cells = lesson.cells.map((cell) => ({ ...cell, source: joined(cell.source) }));
  const values = Object.entries(lesson.metadata.convlab?.browser ?? {});
  if (values.length > 0) cells.splice(placeAfterParameters(cells, values), 0, browserValues(values));
  return lessonCopy({ ...lesson, cells });
}

/**
 * @param {[name: string, value: unknown][]} values
 * @returns {Cell & { source: string }}
 */
function browserValues(values) {
  const why = [
    "// A browser trains more slowly than Node: smaller values keep the wait short. The text tells what was computed with",
    "// the values above; delete this cell to use them here too.",
  ];
  const lines = values.map(([name, value]) => `${name} = ${JSON.stringify(value)};`);
  return {
    cell_type: "code",
    id: "browser-parameters",
    metadata: { tags: ["injected-parameters"] },
    execution_count: null,
    outputs: [],
    source: [...why, ...lines].join("\n"),
  };
}

/**
 * Assignments need a `let` to assign to.
 *
 * @param {readonly Cell[]} cells
 * @param {[name: string, value: unknown][]} values
 */
function placeAfterParameters(cells, values) {
  const place = cells.findIndex((cell) => cell.metadata.tags?.includes("parameters"));
  const declared = String(cells[place]?.source);
  for (const [name] of values) {
    if (!new RegExp(`\\blet ${name}\\b`).test(declared))
      throw new Error(
        `Cannot set ${name} for browsers: the parameters cell has no \`let ${name}\`. Declare it there, or take it out of metadata.convlab.browser.`,
      );
  }
  return place + 1;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} text
 */
function written(folder, name, text) {
  writeFileSync(join(folder, name), text);
  return { size: Buffer.byteLength(text) };
}

/**
 * A file as JupyterLite lists it.
 *
 * @param {string} name
 * @param {string} type
 * @param {Date} time
 */
function entry(name, type, time) {
  const then = time.toISOString();
  return {
    name,
    path: name,
    type,
    created: then,
    last_modified: then,
    format: null,
    mimetype: null,
    writable: true,
  };
}

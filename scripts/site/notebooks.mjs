import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editionOf } from "../../site/lab/edition.mjs";

/** @typedef {import("../../site/lab/edition.mjs").Notebook} Notebook */
/** @typedef {import("../../site/lab/edition.mjs").Cell} Cell */

/**
 * The files of the lessons, in their order.
 *
 * @param {string} root
 */
export function lessonFiles(root) {
  return readdirSync(join(root, "notebooks"))
    .filter((name) => /^\d\d-.*\.ipynb$/.test(name))
    .sort();
}

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
  const content = lessonFiles(root).map((name) => {
    const lesson = siteLesson(readLesson(root, name));
    const text = JSON.stringify(lesson);
    writeFileSync(join(files, name), text);
    const { mtime } = statSync(join(root, "notebooks", name));
    const { edition } = lesson.metadata.convlab ?? {};
    return { ...entry(name, "notebook", mtime), size: Buffer.byteLength(text), edition };
  });
  writeFileSync(
    join(lists, "all.json"),
    JSON.stringify({ ...entry("", "directory", new Date(0)), format: "json", content }),
  );
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Notebook}
 */
export function readLesson(root, name) {
  return JSON.parse(readFileSync(join(root, "notebooks", name), "utf8"));
}

/**
 * The lesson as the site gives it: texts in one piece, smaller values where a browser would take too long, and a mark
 * that tells a reader's changes from ours.
 *
 * @param {Notebook} lesson
 * @returns {Notebook}
 */
export function siteLesson(lesson) {
  const cells = lesson.cells.map(joined);
  const values = Object.entries(lesson.metadata.convlab?.browser ?? {});
  if (values.length > 0) cells.splice(placeAfterParameters(cells, values), 0, browserValues(values));
  const whole = { ...lesson, cells };
  return {
    ...whole,
    metadata: { ...lesson.metadata, convlab: { ...lesson.metadata.convlab, edition: editionOf(whole) } },
  };
}

/**
 * @param {[name: string, value: unknown][]} values
 * @returns {Cell}
 */
function browserValues(values) {
  const why = [
    "// A browser trains more slowly than Node: smaller values keep the wait short. What is shown below was computed",
    "// with the values above; delete this cell to use them here too.",
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
 * Files keep long texts as lists of lines; whoever shows a notebook wants them in one piece.
 *
 * @param {Cell} cell
 * @returns {Cell}
 */
function joined(cell) {
  const whole = { ...cell, source: text(cell.source) };
  return cell.outputs === undefined ? whole : { ...whole, outputs: cell.outputs.map(joinedOutput) };
}

/** @param {Record<string, unknown>} output */
function joinedOutput(output) {
  if ("text" in output) return { ...output, text: text(output.text) };
  if (!output.data) return output;
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    /\bjson$/.test(type) ? value : text(value),
  ]);
  return { ...output, data: Object.fromEntries(data) };
}

/** @param {unknown} lines */
const text = (lines) => (Array.isArray(lines) ? lines.join("") : String(lines));

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

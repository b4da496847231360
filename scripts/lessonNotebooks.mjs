// The lessons' notebooks as files: what they are called, what they say of themselves, and how a copy of one is made.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { editionOf } from "./edition.mjs";

/** @import { Cell, Notebook } from "./edition.mjs" */

/**
 * The files of the lessons, in their order.
 *
 * @param {string} root
 */
export function lessonFiles(root) {
  const folder = join(root, "notebooks");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d\d-.*\.ipynb$/.test(name))
    .sort();
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
 * What notebooks keep as a text or as a list of lines, as a text.
 *
 * @param {unknown} text
 */
export const joined = (text) => (Array.isArray(text) ? text.join("") : String(text ?? ""));

/**
 * What a lesson says of itself in its first cell; undefined where that has no "# 01 · Title" or no line "> promise".
 *
 * @param {Pick<Notebook, "cells">} lesson
 * @returns {{ number: string, title: string, promise: string, minutes: string } | undefined}
 */
export function openingOf({ cells }) {
  const opening = joined(cells[0]?.source);
  const [, number, title] = /^# (\d+) · (.+)$/m.exec(opening) ?? [];
  const promise = /^> (.+)$/m.exec(opening)?.[1];
  if (number === undefined || title === undefined || promise === undefined) return undefined;
  const minutes = /\*\*Time:\*\* (about )?(\d+ minutes)/.exec(opening)?.[2] ?? "";
  return { number, title, promise, minutes };
}

/**
 * A lesson as a reader gets it: nothing has been run, so that no answer stands below its question; links lead to what lies
 * beside it; and a mark tells what it was made from.
 *
 * @param {Notebook} lesson
 * @returns {Notebook}
 */
export function lessonCopy(lesson) {
  const cells = lesson.cells.map((cell) => {
    if (cell.cell_type === "code") return { ...cell, execution_count: null, outputs: [] };
    return cell.cell_type === "markdown" ? { ...cell, source: withLinks(cell.source) } : cell;
  });
  const { metadata } = lesson;
  const convlab = { ...metadata.convlab, edition: editionOf({ cells }) };
  return { ...lesson, cells, metadata: { ...metadata, convlab } };
}

/** @param {Cell["source"]} source */
const withLinks = (source) => (typeof source === "string" ? linked(source) : source.map(linked));

/**
 * JupyterLab shows the reader's folder and nothing above it. The page there that lists the lessons takes the README's place;
 * of another file only the name is told.
 *
 * @param {string} text
 */
const linked = (text) =>
  text.replace(/\[([^\]]*)\]\(\.\.\/([^)\s#]+)(?:#[^)\s]*)?\)/g, (_, words, file) =>
    file === "README.md" ? `[${words}](welcome.md)` : `${words} (\`${file}\` in the repository)`,
  );

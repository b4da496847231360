// The glossary beside the reader's lessons: glossary.md, from data/terms.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readersFolder } from "./installation.cjs";
import { lessonFiles } from "./lessonNotebooks.mjs";
import { writeMadePage } from "./madePage.mjs";

/** @typedef {{ term: string, meaning: string, lesson: string, cell: string, more?: string }} Term */

const name = "glossary.md";
/** The first line of a page that was made here, and may be made anew. */
const mark = "<!-- Made from data/terms.json at every start: what you write here does not stay. -->";

/**
 * Writes the page as it should be now, and says whether that changed anything. A page of the reader's own stays as it is.
 *
 * @param {string} root
 * @param {string} [folder]
 */
export function writeGlossary(root, folder = readersFolder(root)) {
  if (!existsSync(join(root, "data", "terms.json"))) return false;
  return writeMadePage(folder, name, mark, glossaryOf(root));
}

/**
 * The page of this installation's terms and lessons.
 *
 * @param {string} root
 */
export const glossaryOf = (root) =>
  glossaryPage(JSON.parse(readFileSync(join(root, "data", "terms.json"), "utf8")), lessonFiles(root));

/**
 * The terms from a to z, each with its sentence and links to the cell that explains it. JupyterLab follows
 * a link to a cell by its id, in a lesson that is open already.
 *
 * @param {readonly Term[]} terms
 * @param {readonly string[]} lessons file names such as 02-convolution.ipynb
 */
export function glossaryPage(terms, lessons) {
  /** @param {string} lesson */
  const fileOf = (lesson) => lessons.find((file) => file.slice(3) === `${lesson}.ipynb`);
  /** @param {string} lesson @param {string} [cell] */
  const link = (lesson, cell) => {
    const file = fileOf(lesson);
    if (file === undefined) {
      throw new Error(`Cannot make the glossary: there is no lesson ${lesson}. Name one of notebooks/.`);
    }
    return `[${file.slice(0, 2)}](${file}${cell === undefined ? "" : `#cell-id=${cell}`})`;
  };
  const sorted = [...terms].sort((a, b) => a.term.localeCompare(b.term, "en", { sensitivity: "base" }));
  const rows = sorted.map(({ term, meaning, lesson, cell, more }) => {
    const further = more === undefined || more === lesson ? "" : `, more in ${link(more)}`;
    return `| **${term}** | ${meaning} | ${link(lesson, cell)}${further} |`;
  });
  return `# Glossary

The ${terms.length} terms of the lessons, a sentence each. The number opens the lesson that explains the term first; once that is
open, it leads to the cell.

| term | what it means | explained in |
| --- | --- | --- |
${rows.join("\n")}
`;
}

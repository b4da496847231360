#!/usr/bin/env node
// npm run progress -- DIR …: what several readers have done, in one table, for their teacher.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readCommandLine } from "./commandLine.mjs";
import { endWith } from "./console.mjs";
import { commandOf } from "./installation.cjs";
import { csvTable, htmlTable, learnerNames } from "./progress/tables.mjs";

/** @import { Learner, Listed } from "./progress/tables.mjs" */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const fileName = "convlab-progress.json";

const help = `${commandOf(root, "progress", "[--output DIR] FOLDER …")}

  FOLDER …       folders of learners, each with the ${fileName} that the lessons keep there
  --output DIR   where progress.csv and progress.html go (the folder in which you are)`;

async function main() {
  const { values, positionals } = readCommandLine("npm run progress", {
    output: { type: "string", default: "." },
    help: { type: "boolean", short: "h" },
  });
  if (values.help || positionals.length === 0) return console.log(help);
  const missing = positionals.find((folder) => !existsSync(folder));
  if (missing !== undefined)
    throw new Error(
      `Cannot read the progress in ${missing}: there is no such folder. Name the learners' folders.`,
    );
  const listed = await exercisesOf();
  const learners = await progressIn(positionals);
  const files = { "progress.csv": csvTable(listed, learners), "progress.html": htmlTable(listed, learners) };
  mkdirSync(values.output, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(values.output, name), text);
  for (const { name, rows, begun } of learners) {
    const done = rows.filter((row) => row.done).length;
    console.log(`${name}: ${begun ? `${done} of ${listed.length} exercises done` : "nothing tried yet"}`);
  }
  console.log(
    `Written: ${Object.keys(files)
      .map((name) => join(values.output, name))
      .join(", ")}`,
  );
}

/** @param {string} path */
const built = (path) => import(pathToFileURL(join(root, "dist", "lessons", "exercise", path)).href);

/** @returns {Promise<Listed[]>} */
async function exercisesOf() {
  const { exercises, findExercise } = await built("catalogue.js");
  return exercises().map((/** @type {string} */ exercise) => {
    const { content, number } = findExercise(exercise);
    return { exercise, number, title: content.title };
  });
}

/**
 * @param {readonly string[]} folders
 * @returns {Promise<Learner[]>}
 */
async function progressIn(folders) {
  const { progressOf } = await built("progress.js");
  const names = learnerNames(folders.map((folder) => resolve(folder)));
  return folders.map((folder, index) => ({
    name: names[index] ?? folder,
    begun: existsSync(join(folder, fileName)),
    rows: [...progressOf(folder)],
  }));
}

main().catch(endWith);

import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./errors.mjs";
import { readersFolder } from "./installation.cjs";
import { lessonCopy, lessonFiles, readLesson } from "./lessonNotebooks.mjs";

// The reader works on copies, in work/ or a folder of theirs: what is new in notebooks/ never meets what they wrote. Nothing
// in a copy has been run: who is asked to guess sees no answer.

/**
 * Copies the lessons that the folder does not have yet, and returns their file names. Nothing is overwritten.
 *
 * @param {string} root
 * @param {string} [folder]
 */
export function addMissingLessons(root, folder = readersFolder(root)) {
  mkdirSync(folder, { recursive: true });
  return lessonFiles(root).filter((name) => copyNew(root, name, join(folder, name)));
}

/**
 * Gives the reader's copies the numbers that their lessons have now, and returns what changed, a line each. A name that is
 * taken stays taken.
 *
 * @param {string} root
 * @param {string} [folder]
 */
export function followNumbers(root, folder = readersFolder(root)) {
  if (!existsSync(folder)) return [];
  const copies = readdirSync(folder);
  return lessonFiles(root).flatMap((name) => {
    const old = copies.find((copy) => /^\d\d-/.test(copy) && copy.slice(3) === name.slice(3));
    if (old === undefined || copies.includes(name)) return [];
    renameSync(join(folder, old), join(folder, name));
    return [`${old} is ${name} now`];
  });
}

/**
 * Puts a fresh copy of one lesson beside the reader's and returns its path: 06-mnist-cnn-fresh.ipynb, then
 * -fresh-2, and so on. `lesson` is a number ("06", "6") or the file's name.
 *
 * @param {string} root
 * @param {string | number} lesson
 * @param {string} [folder]
 */
export function restoreLesson(root, lesson, folder = readersFolder(root)) {
  const wanted = String(lesson);
  const number = /^\d+$/.test(wanted) ? `${wanted.padStart(2, "0")}-` : undefined;
  const lessons = lessonFiles(root);
  const name = lessons.find((one) =>
    number ? one.startsWith(number) : one === wanted || one === `${wanted}.ipynb`,
  );
  if (!name) {
    const there = lessons.map((one) => one.slice(0, 2)).join(", ") || "none";
    throw new Error(`Cannot restore lesson ${wanted}: there is no such lesson. The lessons are: ${there}.`);
  }
  mkdirSync(folder, { recursive: true });
  const stem = name.replace(/\.ipynb$/, "");
  for (let count = 1; ; count += 1) {
    const target = join(folder, `${stem}-fresh${count === 1 ? "" : `-${count}`}.ipynb`);
    if (copyNew(root, name, target)) return target;
  }
}

/**
 * Writes a copy of a lesson under a name that is still free, whole or not at all; says whether it did.
 *
 * @param {string} root
 * @param {string} lesson
 * @param {string} to
 */
function copyNew(root, lesson, to) {
  if (existsSync(to)) return false;
  const text = `${JSON.stringify(lessonCopy(readLesson(root, lesson)), null, 1)}\n`;
  const half = `${to}.${process.pid}.new`;
  try {
    writeFileSync(half, text);
    linkSync(half, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    writeFileSync(to, text, { flag: "wx" }); // a file system without links
    return true;
  } finally {
    rmSync(half, { force: true });
  }
}

import { basename } from "node:path";
import { addMissingLessons, followNumbers } from "../copies.mjs";
import { writeGlossary } from "../glossary.mjs";
import { commandOf, isInstalled } from "../installation.cjs";
import { writeWelcome } from "../welcome.mjs";
import { keepFirstEdition } from "./firstEdition.mjs";
import { newEditions } from "./newEditions.mjs";

/**
 * Brings a reader's folder up to the installation: lessons it does not have yet, numbers that have changed, and the pages that
 * are made anew. Nothing that the reader wrote is touched. Returns what there is to say, a line each.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
export function readersFiles(root, folder) {
  const said = [];
  const old = isInstalled(root) ? [] : keepFirstEdition(folder);
  if (old.length > 0) {
    said.push(
      `Moved your copies of the first edition to ${basename(folder)}/first-edition/: ${old.join(", ")}.`,
    );
    said.push("The numbers of their exercises would check others now. What you wrote in them is untouched.");
  }
  for (const line of followNumbers(root, folder)) said.push(`The order of the lessons has changed: ${line}.`);
  const added = addMissingLessons(root, folder);
  if (added.length > 0) said.push(`Added to ${basename(folder)}/: ${added.join(", ")}`);
  for (const lesson of newEditions(root, folder)) {
    const restore = commandOf(root, "lessons", `--restore ${lesson}`);
    said.push(
      `Lesson ${lesson} has changed since your copy, which stays as it is. The new one beside it: ${restore}`,
    );
  }
  writeGlossary(root, folder);
  writeWelcome(root, folder);
  return said;
}

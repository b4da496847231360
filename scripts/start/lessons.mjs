import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createConsole } from "../console.mjs";
import { addMissingLessons, followNumbers } from "../copies.mjs";
import { writeGlossary } from "../glossary.mjs";
import { commandOf, isInstalled, readersFolder } from "../installation.cjs";
import { setUp } from "../setup/index.mjs";
import { writeWelcome } from "../welcome.mjs";
import { keepFirstEdition } from "./firstEdition.mjs";
import { startJupyter } from "./jupyter.mjs";
import { newEditions } from "./newEditions.mjs";
import { checkPort, portIn } from "./port.mjs";

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Everything `npm start` does, with the options that follow `--`: on `work/`, or on the folder in which the reader stands
 * where the package is a project's. Resolves to an exit code when JupyterLab has ended: 0 after Ctrl-C.
 *
 * @param {readonly string[]} options
 * @param {string} [root]
 */
export async function startLessons(options, root = here) {
  const folder = readersFolder(root);
  const out = createConsole();
  const port = portIn(options);
  // A set-up can take minutes: a port that cannot be had is told before it.
  if (port) await checkPort(root, port);
  await setUp({ root });
  const old = isInstalled(root) ? [] : keepFirstEdition(folder);
  if (old.length > 0) {
    out.say(`Moved your copies of the first edition to work/first-edition/: ${old.join(", ")}.`);
    out.say("The numbers of their exercises would check others now. What you wrote in them is untouched.");
  }
  for (const line of followNumbers(root, folder)) out.say(`The order of the lessons has changed: ${line}.`);
  const added = addMissingLessons(root, folder);
  if (added.length > 0) out.say(`Added to ${basename(folder)}/: ${added.join(", ")}`);
  for (const lesson of newEditions(root, folder)) {
    const restore = commandOf(root, "lessons", `--restore ${lesson}`);
    out.say(
      `Lesson ${lesson} has changed since your copy, which stays as it is. The new one beside it: ${restore}`,
    );
  }
  writeGlossary(root, folder);
  writeWelcome(root, folder);
  const all = [...options];
  if (process.getuid?.() === 0 && !options.some((option) => /allow-root|allow_root/.test(option))) {
    out.say("You are root: JupyterLab is started with --allow-root.");
    all.unshift("--allow-root");
  }
  if (port) {
    await checkPort(root, port);
    all.unshift("--ServerApp.port_retries=0");
  }
  return startJupyter(root, folder, all, out);
}

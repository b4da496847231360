import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createConsole } from "../console.mjs";
import { readersFolder } from "../installation.cjs";
import { setUp } from "../setup/index.mjs";
import { startJupyter } from "./jupyter.mjs";
import { checkPort, portIn } from "./port.mjs";
import { readersFiles } from "./readersFiles.mjs";

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
  for (const line of readersFiles(root, folder)) out.say(line);
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

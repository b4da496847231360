import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { commandOf, homeOf, isShared, keeperOf } from "../installation.cjs";
import { programOf } from "./pip.mjs";

/**
 * Refuses to change an installation that the reader may only use, and names who can.
 *
 * @param {string} root
 * @param {string} action completes "Cannot …"
 * @param {string} command what the one who can has to run
 * @param {string} [rest]
 */
export function refuseReader(root, action, command, rest) {
  if (!isShared(root)) return;
  throw new Error(
    `Cannot ${action}: convlab lies in ${homeOf(root)}, where you may not write. ` +
      `Ask ${keeperOf(root)}, who may, to run this there: ${commandOf(root, command, rest)}`,
  );
}

/**
 * Refuses an environment whose Python the reader may not even look at, such as one in somebody's home.
 *
 * @param {string} root
 */
export function refusePython(root) {
  const python = programOf(join(homeOf(root), ".venv"));
  if (!isShared(root) || existsSync(python) || !lstatSync(python, { throwIfNoEntry: false })) return;
  throw new Error(
    `Cannot start the Python of ${homeOf(root)}: it leads to one that only some may run. ` +
      `Ask ${keeperOf(root)} to run this there: ${commandOf(root, "setup", "--all")}`,
  );
}

// npm run setup -- --all: everything optional too, and an installation that everybody on the machine may use.
import { chmodSync, lstatSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { isRefusal } from "../errors.mjs";
import { fetchSource } from "../fetch.mjs";
import { commandOf, homeOf, isInstalled, isShared } from "../installation.cjs";
import { isWhole, placeOf, readSources, sourceFor, wrongFiles } from "../sources.mjs";
import { othersMayRun } from "./checks.mjs";
import { programOf } from "./pip.mjs";

/** @import { Console } from "../console.mjs" */

/**
 * One thing that was looked at: whether it is well, and what to do where it is not.
 *
 * @typedef {{ what: string, ok: boolean, wayOut?: string }} Check
 */

/** What belongs to one reader, and stays as it is. @param {string} root */
const privateOf = (root) => [join(root, "work"), join(root, ".git"), join(root, ".cache", "jupyter")];

/**
 * Fetches what lessons would fetch when they first need it. What cannot be had is said, and the rest goes on: the list at
 * the end has it as missing.
 *
 * @param {string} root
 * @param {Console} out
 */
export async function fetchOptional(root, out) {
  const again = `run ${commandOf(root, "setup", "--all")} again`;
  for (const { id, needed } of readSources(root)) {
    if (needed !== "first use") continue;
    await fetchSource(id, { root, console: out, again }).catch((error) => {
      if (!isRefusal(error)) throw error;
      out.say(error.message);
    });
  }
}

/**
 * Lets everybody read what lies in an installation, and enter its folders, whatever the umask was. Links are not followed.
 *
 * @param {string} root
 */
export function openToAll(root) {
  if (process.platform === "win32") return;
  for (const folder of placesOf(root))
    walk(folder, privateOf(root), (path, mode) => chmodSync(path, openMode(mode)));
}

/** @param {number} mode */
const openMode = (mode) => mode | 0o044 | (mode & 0o100 ? 0o011 : 0);

/** @param {string} root */
const placesOf = (root) => (isInstalled(root) ? [root, homeOf(root)] : [root]);

/**
 * @param {string} path
 * @param {readonly string[]} left
 * @param {(path: string, mode: number) => unknown} visit
 */
function walk(path, left, visit) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isSymbolicLink() || left.includes(path)) return;
  if ((stat.mode & 0o777) !== (openMode(stat.mode) & 0o777)) visit(path, stat.mode & 0o7777);
  if (stat.isDirectory()) for (const name of readdirSync(path)) walk(join(path, name), left, visit);
}

/**
 * Looks whether everybody on the machine can work with an installation, and whether all is there.
 *
 * @param {string} root
 * @returns {Check[]}
 */
export function checkForAll(root) {
  const python = programOf(join(homeOf(root), ".venv"));
  return [
    runCheck("Node", process.execPath, "Install Node for all (in /usr or /opt), and run set-up with it"),
    runCheck("Python", python, "PYTHON=/usr/bin/python3 npm run setup -- --all, with one that all may run"),
    wayCheck(root),
    readCheck(root),
    ...readSources(root).flatMap(({ id }) => sourceCheck(root, id)),
    { what: isShared(root) ? "This folder is read only for you" : "You may write in this folder", ok: true },
  ];
}

/**
 * @param {string} what
 * @param {string} program
 * @param {string} wayOut
 * @returns {Check}
 */
function runCheck(what, program, wayOut) {
  const ok = othersMayRun(program);
  return { what: `${what}: ${ok ? "everybody may run it" : `only some may run ${program}`}`, ok, wayOut };
}

/**
 * The folders above: without the right to pass them nobody gets here.
 *
 * @param {string} root
 * @returns {Check}
 */
function wayCheck(root) {
  const parts = dirname(root).split(sep);
  const above = parts.map((_, index) => parts.slice(0, index + 1).join(sep) || sep);
  const shut =
    process.platform === "win32" ? undefined : above.find((each) => (statSync(each).mode & 0o001) === 0);
  return shut === undefined
    ? { what: "Folders above: everybody may pass", ok: true }
    : {
        what: `Folders above: ${shut} lets only some pass`,
        ok: false,
        wayOut: `Put convlab into a folder such as /opt/${basename(root)}, and set it up there`,
      };
}

/**
 * @param {string} root
 * @returns {Check}
 */
function readCheck(root) {
  /** @type {string[]} */
  const shut = [];
  if (process.platform !== "win32")
    for (const folder of placesOf(root)) walk(folder, privateOf(root), (path) => shut.push(path));
  const [first] = shut;
  return first === undefined
    ? { what: "Files: everybody may read them", ok: true }
    : {
        what: `Files: ${shut.length} can be read by some only, such as ${relative(root, first) || "this folder"}`,
        ok: false,
        wayOut: "npm run setup -- --all, as the one who owns them",
      };
}

/**
 * @param {string} root
 * @param {string} id
 * @returns {Check[]}
 */
function sourceCheck(root, id) {
  const source = sourceFor(id, { root });
  if (source === undefined) return [];
  const folder = placeOf(source, root);
  const ok = source.registry === "npm" ? wrongFiles(source, folder).length === 0 : isWhole(source, folder);
  return [{ what: `${source.title}: ${ok ? "there" : "missing"}`, ok, wayOut: "npm run setup -- --all" }];
}

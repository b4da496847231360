import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sizeText } from "../console.mjs";
import { isRefusal, messageOf } from "../errors.mjs";
import { homeOf } from "../installation.cjs";
import { findPython, isForAll, othersMayRun } from "./checks.mjs";
import { describePictures, descriptionFiles } from "./describePictures.mjs";
import { bytesBelow, newFolder } from "./folders.mjs";
import { swap } from "./packages.mjs";
import { pip, programOf, pythonEnvironment } from "./pip.mjs";
import { failure, run } from "./run.mjs";
import { hashOf } from "./stamps.mjs";

/** @import { Line } from "../console.mjs" */
/** @import { Ended } from "./run.mjs" */
/** @import { Step } from "./stamps.mjs" */

/** @param {string} root */
const lockOf = (root) => join(root, "scripts", "requirements.txt");
/** @param {string} root */
const venvOf = (root) => join(homeOf(root), ".venv");

/**
 * JupyterLab and what reads notebooks, in .venv: the versions and hashes of scripts/requirements.txt.
 *
 * @type {Step}
 */
export const pythonStep = {
  name: "python",
  bytes: 600e6,
  inputs: (root) => ({
    lock: hashOf(readFileSync(lockOf(root))),
    folder: homeOf(root),
    own: hashOf(JSON.stringify(descriptionFiles)),
  }),
  stands: (root) => existsSync(programOf(venvOf(root))),
  async run(root, out) {
    const place = venvOf(root);
    if (existsSync(programOf(place)) && (await holdsLock(root, place))) {
      moveScripts(place, place);
      markAsCommonJs(place);
      describePictures(place);
      return;
    }
    const python = await findPython();
    const step = out.step("Python packages");
    const work = newFolder(root, "python");
    const made = join(work, "venv");
    try {
      await must(root, run(python, ["-m", "venv", made], { env: pythonEnvironment(root) }), "make .venv");
      await install(root, made, step);
      moveScripts(made, place);
      markAsCommonJs(made);
      describePictures(made);
      swap(made, place, join(work, "old"));
      rmSync(join(homeOf(root), ".cache", "pip"), { recursive: true, force: true, maxRetries: 3 });
      step.end(`${countOf(root)} packages, ${sizeText(bytesBelow(place))}`);
    } catch (error) {
      step.drop();
      throw isRefusal(error)
        ? error
        : failure("install the Python packages", messageOf(error), {
            root,
            registry: "Python",
            cause: error,
          });
    } finally {
      rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};

/**
 * Takes away an environment whose Python only some may run, where there is one for all: the step then makes it anew.
 *
 * @param {string} root
 */
export async function leavePrivatePython(root) {
  const place = venvOf(root);
  if (!existsSync(programOf(place)) || othersMayRun(programOf(place))) return;
  if (await isForAll(await findPython())) rmSync(place, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * @param {string} root
 * @param {Promise<Ended>} running
 * @param {string} action
 */
async function must(root, running, action) {
  const { code, output } = await running;
  if (code !== 0) throw failure(action, output, { root, registry: "Python" });
}

/**
 * @param {string} root
 * @param {string} venv
 * @param {Line} step
 */
async function install(root, venv, step) {
  const action = "install the Python packages";
  const common = ["install", "--require-hashes", "--only-binary=:all:", "--no-deps", "--retries", "3"];
  // The locked pip first: an old one cannot tell how far it is.
  const own = join(venv, "pip.txt");
  writeFileSync(own, `${/^pip==(?:.*\\\n)*.*$/m.exec(readFileSync(lockOf(root), "utf8"))?.[0]}\n`);
  step.update(undefined, "pip");
  await must(root, pip(root, venv, [...common, "-r", own]), action);
  rmSync(own);
  const total = countOf(root);
  let count = 0;
  let name = "";
  const result = pip(root, venv, [...common, "--progress-bar", "raw", "-r", lockOf(root)], {
    onLine: (line) => {
      const next =
        /^(?:Collecting|Processing|Requirement already satisfied:) (?:.*\/)?([\w.-]+?)(?=[-=]+\d|$| )/.exec(
          line,
        );
      if (next) {
        count += 1;
        name = next[1] ?? "";
      }
      if (/^Installing collected packages/.test(line)) name = "installing";
      step.update(Math.min(1, count / total), name);
    },
    onProgress: (done, bytes) =>
      step.update(Math.min(1, count / total), `${name} ${sizeText(done)} of ${sizeText(bytes)}`),
  });
  await must(root, result, action);
}

/** @param {string} root */
function countOf(root) {
  return new Set(readFileSync(lockOf(root), "utf8").match(/^[\w.-]+(?===)/gm)).size;
}

const compareScript = `
import re, sys
from importlib.metadata import version
from pip._vendor.packaging.markers import Marker
for line in open(sys.argv[1]):
    found = re.match(r"([\\w.-]+)==([^\\s;]+)\\s*(?:;\\s*(.*?))?\\s*\\\\?$", line.rstrip())
    if found and (not found[3] or Marker(found[3]).evaluate()) and version(found[1]) != found[2]: sys.exit(1)
`;

/**
 * Has this environment every package at the version the lock says?
 *
 * @param {string} root
 * @param {string} venv
 */
async function holdsLock(root, venv) {
  const { code } = await run(programOf(venv), ["-c", compareScript, lockOf(root)], {
    env: pythonEnvironment(root),
  });
  return code === 0;
}

/**
 * JupyterLab runs scripts of its own by Node: they are not ES modules, though this project's files are.
 *
 * @param {string} venv
 */
function markAsCommonJs(venv) {
  writeFileSync(join(venv, "package.json"), '{ "type": "commonjs" }\n');
}

/**
 * Programs in an environment name its folder in their text: after a move they have to name the new one.
 *
 * @param {string} venv
 * @param {string} place
 */
function moveScripts(venv, place) {
  const folder = join(venv, process.platform === "win32" ? "Scripts" : "bin");
  const pipScript = join(folder, "pip");
  const old =
    existsSync(pipScript) && /(?:#!|exec' "?)(.+?)\/bin\/python/.exec(readFileSync(pipScript, "utf8"))?.[1];
  if (!old || old === place) return;
  for (const path of [join(venv, "pyvenv.cfg"), ...readdirSync(folder).map((name) => join(folder, name))]) {
    const { size, mode } = statSync(path, { throwIfNoEntry: false }) ?? { size: Infinity };
    if (size > 100_000) continue; // an interpreter, not a script
    const before = readFileSync(path, "latin1");
    const after = before.replaceAll(old, place);
    if (after === before) continue;
    writeFileSync(`${path}.new`, after, { encoding: "latin1", mode });
    renameSync(`${path}.new`, path);
  }
}

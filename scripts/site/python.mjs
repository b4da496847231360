import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeOf } from "../installation.cjs";
import { findPython } from "../setup/checks.mjs";
import { newFolder } from "../setup/folders.mjs";
import { swap } from "../setup/packages.mjs";
import { pip, programOf, pythonEnvironment } from "../setup/pip.mjs";
import { failure, run } from "../setup/run.mjs";
import { hashOf } from "../setup/stamps.mjs";

/** @import { Ended } from "../setup/run.mjs" */

const again = "run npm run site again";

/**
 * The Python that builds JupyterLite, in an environment of its own: the versions and hashes of requirements.txt. It is
 * made where it is missing or where the lock says something else.
 *
 * @param {string} root
 * @returns {Promise<string>} the interpreter
 */
export async function jupyterLitePython(root) {
  const place = join(homeOf(root), ".cache", "jupyterlite");
  const lock = join(root, "scripts", "site", "requirements.txt");
  const mark = hashOf(readFileSync(lock));
  const markFile = join(place, "lock.sha256");
  if (existsSync(markFile) && readFileSync(markFile, "utf8") === mark) return programOf(place);
  const work = newFolder(root, "jupyterlite");
  const made = join(work, "venv");
  try {
    const python = await findPython();
    await must(root, run(python, ["-m", "venv", made], { env: pythonEnvironment(root) }));
    const strict = ["--require-hashes", "--only-binary=:all:", "--no-deps", "--retries", "3"];
    await must(root, pip(root, made, ["install", ...strict, "-r", lock]));
    writeFileSync(join(made, "lock.sha256"), mark);
    swap(made, place, join(work, "old"));
    return programOf(place);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * @param {string} root
 * @param {Promise<Ended>} running
 */
async function must(root, running) {
  const { code, output } = await running;
  if (code !== 0) throw failure("install JupyterLite", output, { root, registry: "Python", again });
}

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../errors.mjs";
import { homeOf, isInstalled } from "../installation.cjs";
import { failure, run } from "./run.mjs";
import { hashOf, hashOfFiles } from "./stamps.mjs";

/** @import { Step } from "./stamps.mjs" */

/**
 * The bundled extension, where npm pack takes it from: a package comes with it.
 *
 * @param {string} root
 */
export const builtExtension = (root) => join(root, "dist", "lab", "extension.js");

/**
 * The program that draws live controls, where the library takes it from (src/notebook/live/page.ts).
 *
 * @param {string} root
 */
export const builtControls = (root) => join(root, "dist", "lab", "controls.js");

/** @param {string} root */
const folderOf = (root) => join(homeOf(root), ".venv", "share", "jupyter", "labextensions", "convlab");

/**
 * Our extension of JupyterLab, in .venv, where JupyterLab looks for those that come built.
 *
 * @type {Step}
 */
export const labStep = {
  name: "lab",
  bytes: 1e6,
  inputs: (root) => hashOfFiles(root, [isInstalled(root) ? "dist/lab" : "lab", "package.json"]),
  stands: (root) => existsSync(join(folderOf(root), "package.json")) && existsSync(builtControls(root)),
  async run(root) {
    try {
      if (!isInstalled(root)) await bundle(root);
      install(root);
    } catch (error) {
      throw failure("install the extension of JupyterLab", messageOf(error), { root, cause: error });
    }
  },
};

/**
 * Only a checkout has what bundles.
 *
 * @param {string} root
 */
async function bundle(root) {
  const { code, output } = await run(process.execPath, [join(root, "scripts", "lab.mjs")], { cwd: root });
  if (code !== 0) throw new Error(output);
}

/**
 * The script's name tells its content, so that no browser takes an older one for it.
 *
 * @param {string} root
 */
function install(root) {
  const script = readFileSync(builtExtension(root));
  const name = `remoteEntry.${hashOf(script).slice(0, 16)}.js`;
  const folder = folderOf(root);
  mkdirSync(join(folder, "static"), { recursive: true });
  writeFileSync(join(folder, "static", name), script);
  const file = join(folder, "package.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(descriptionOf(root, name), null, 2)}\n`);
  renameSync(`${file}.new`, file);
  for (const other of readdirSync(join(folder, "static")))
    if (other !== name) rmSync(join(folder, "static", other));
}

/**
 * What JupyterLab reads of an extension.
 *
 * @param {string} root
 * @param {string} script
 */
function descriptionOf(root, script) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const description = "Keys, controls and themes for what the lessons show";
  const jupyterlab = { extension: true, _build: { load: `static/${script}`, extension: "./extension" } };
  return { name, version, description, license, jupyterlab };
}

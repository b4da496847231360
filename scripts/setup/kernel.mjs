import {
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { homeOf, isInstalled } from "../installation.cjs";
import { kernelNames, kernelSpec } from "../kernelspec.mjs";

/** @import { Step } from "./stamps.mjs" */

/**
 * @param {string} root
 * @param {string} name
 */
const folderOf = (root, name) => join(homeOf(root), ".venv", "share", "jupyter", "kernels", name);

/**
 * The kernels registered, and a checkout linked to its own name so that cells can import it.
 *
 * @type {Step}
 */
export const kernelStep = {
  name: "kernel",
  bytes: 0,
  inputs: (root) => kernelNames.map((name) => kernelSpec(root, name)),
  stands: (root) =>
    kernelNames.every((name) => existsSync(join(folderOf(root, name), "kernel.json"))) && isLinked(root),
  run(root) {
    link(root);
    for (const name of kernelNames) {
      mkdirSync(folderOf(root, name), { recursive: true });
      const file = join(folderOf(root, name), "kernel.json");
      writeFileSync(`${file}.new`, `${JSON.stringify(kernelSpec(root, name), null, 2)}\n`);
      renameSync(`${file}.new`, file);
    }
  },
};

/** @param {string} root */
const linkOf = (root) => join(root, "node_modules", "convlab");

/** @param {string} root */
function isLinked(root) {
  if (isInstalled(root)) return true;
  const path = linkOf(root);
  const found = lstatSync(path, { throwIfNoEntry: false });
  return Boolean(found?.isSymbolicLink()) && (process.platform === "win32" || readlinkSync(path) === "..");
}

/** @param {string} root */
function link(root) {
  if (isLinked(root)) return;
  rmSync(linkOf(root), { recursive: true, force: true });
  if (process.platform === "win32") symlinkSync(root, linkOf(root), "junction");
  else symlinkSync("..", linkOf(root));
}

import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { sizeText } from "../console.mjs";
import { homeOf, packageFolder } from "../installation.cjs";
import { newFolder } from "./folders.mjs";
import { failure, run } from "./run.mjs";
import { hashOf } from "./stamps.mjs";

/** @import { Console } from "../console.mjs" */

export const macos = process.platform === "darwin";
/** @param {string} root */
export const packageOf = (root) => join(homeOf(root), "node_modules", "@tensorflow", "tfjs-node");
/** @param {string} root */
export const addonOf = (root) => join(packageOf(root), "lib", "napi-v8", "tfjs_binding.node");
/** @param {string} root */
export const libraryOf = (root) => join(packageOf(root), "deps", "lib");

/**
 * Where a compiled addon is kept: after `npm ci` it is copied back instead of compiled again.
 *
 * @param {string} root
 * @param {unknown} inputs
 */
export function keptAddon(root, inputs) {
  return join(homeOf(root), ".cache", "addons", `${hashOf(JSON.stringify(inputs)).slice(0, 16)}.node`);
}

/**
 * Puts the addon into its package, and beside it the one that keeps TensorFlow quiet: kept ones, or compiled now.
 *
 * @param {string} root
 * @param {string[]} compiler
 * @param {string} kept
 * @param {Console} out
 */
export async function putAddon(root, compiler, kept, out) {
  if (!existsSync(kept)) await compile(root, compiler, kept, out);
  place(kept, addonOf(root));
  await putQuiet(root, compiler, kept);
}

/**
 * @param {string} root
 * @param {string[]} compiler
 * @param {string} kept the name under which the other addon is kept
 */
export async function putQuiet(root, compiler, kept) {
  const keptQuiet = kept.replace(/\.node$/, ".quiet.node");
  if (!existsSync(keptQuiet)) await compileQuiet(root, compiler, keptQuiet);
  // Without it TensorFlow writes two lines at its start; that is no reason to stop.
  if (existsSync(keptQuiet)) place(keptQuiet, join(dirname(addonOf(root)), "quiet.node"));
}

/**
 * @param {string} made
 * @param {string} target
 */
function place(made, target) {
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(made, `${target}.new`);
  renameSync(`${target}.new`, target);
}

const kind = macos ? ["-shared", "-undefined", "dynamic_lookup"] : ["-shared"];
const flags = ["-std=c++17", "-O2", "-fPIC", ...kind, "-DNAPI_VERSION=8"];
const libraryPlace = `-Wl,-rpath,${macos ? "@loader_path" : "$ORIGIN"}/../../deps/lib`;
/** @param {string} root */
const nodeHeaders = (root) => ["-I", join(packageFolder(root, "node-api-headers"), "include")];

/**
 * See quiet.cc.
 *
 * @param {string} root
 * @param {string[]} compiler
 * @param {string} target
 */
async function compileQuiet(root, [command, ...first], target) {
  if (command === undefined) return;
  const work = newFolder(root, "quiet");
  const made = join(work, "quiet.node");
  const source = join(root, "scripts", "setup", "quiet.cc");
  const args = [...first, ...flags, ...nodeHeaders(root), source, "-ldl", libraryPlace, "-o", made];
  try {
    const { code } = await run(command, args, { env: { ...process.env, TMPDIR: work } });
    mkdirSync(dirname(target), { recursive: true });
    if (code === 0) renameSync(made, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string[]} compiler
 * @param {string} target
 * @param {Console} out
 */
async function compile(root, [command = "c++", ...first], target, out) {
  const step = out.step(`TensorFlow's addon for Node, compiled with ${command}`);
  const work = newFolder(root, "addon");
  try {
    const tfjs = packageOf(root);
    /** @param {string} folder */
    const include = (folder) => ["-I", folder];
    const includes = [...nodeHeaders(root), ...include(tfjs), ...include(join(tfjs, "deps", "include"))];
    const sources = ["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(tfjs, "binding", name));
    const libraries = ["-L", libraryOf(root), "-ltensorflow", "-ltensorflow_framework"];
    const made = join(work, "tfjs_binding.node");
    const args = [...first, ...flags, ...includes, ...sources, ...libraries, libraryPlace, "-o", made];
    const { code, output } = await run(command, args, { env: { ...process.env, TMPDIR: work } });
    if (code !== 0) throw failure("compile TensorFlow's addon", output, { root });
    mkdirSync(dirname(target), { recursive: true });
    renameSync(made, target);
    step.end(sizeText(readFileSync(target).length));
  } catch (error) {
    step.drop();
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

import { existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fetchSource } from "../fetch.mjs";
import { homeOf } from "../installation.cjs";
import { isWhole, markName, sourceFor } from "../sources.mjs";
import { addonOf, keptAddon, libraryOf, macos, packageOf, putAddon, putQuiet } from "./addon.mjs";
import { compilerAdvice, findCompiler } from "./checks.mjs";
import { failure, run } from "./run.mjs";
import { hashOf } from "./stamps.mjs";

/** @import { Step } from "./stamps.mjs" */
/** @import { Console } from "../console.mjs" */

// TensorFlow's package for Node has an install script that fetches from a storage host. Here the library comes
// from the wheel of the Python package, and the addon between it and Node is compiled on this machine:
// package registries are enough.

/** @type {[name: string, target: string][]} */
const linkNames = macos
  ? [
      ["libtensorflow.dylib", "libtensorflow_cc.2.dylib"],
      ["libtensorflow.2.dylib", "libtensorflow_cc.2.dylib"],
      ["libtensorflow_framework.dylib", "libtensorflow_framework.2.dylib"],
    ]
  : [
      ["libtensorflow.so", "libtensorflow_cc.so.2"],
      ["libtensorflow.so.2", "libtensorflow_cc.so.2"],
      ["libtensorflow_framework.so", "libtensorflow_framework.so.2"],
    ];

/**
 * TensorFlow for Node, in node_modules: there already, or by the wheel and a compiler, or by its own script.
 *
 * @type {Step}
 */
export const tensorflowStep = {
  name: "tensorflow",
  bytes: 1300e6,
  inputs: (root) => ({
    source: hashOf(JSON.stringify(sourceFor("tensorflow", { root }) ?? null)),
    package: JSON.parse(readFileSync(join(packageOf(root), "package.json"), "utf8")).version,
    platform: `${process.platform}-${process.arch}`,
    quiet: hashOf(readFileSync(join(root, "scripts", "setup", "quiet.cc"))),
  }),
  stands: (root) => existsSync(addonOf(root)) && existsSync(libraryOf(root)),
  async run(root, out) {
    if (isAsWanted(root) && (await loads(root)).well) return renewQuiet(root);
    const recipe = sourceFor("tensorflow", { root }) && (await findCompilerOrKept(root));
    if (!recipe) return installByItsOwnScript(root, out);
    const folder = await fetchSource("tensorflow", { root, console: out });
    link(root, folder);
    await putAddon(root, recipe, keptAddon(root, tensorflowStep.inputs(root)), out);
    const { well, output } = await loads(root);
    if (well) return;
    for (const file of [addonOf(root), keptAddon(root, tensorflowStep.inputs(root))])
      rmSync(file, { force: true });
    throw failure("load TensorFlow", output, { root });
  },
};

/**
 * Is it there, and not from an older entry of data/sources.json? What somebody else put there is left to them.
 *
 * @param {string} root
 */
function isAsWanted(root) {
  if (!tensorflowStep.stands(root)) return false;
  const folder = dirname(libraryOf(root));
  const source = sourceFor("tensorflow", { root });
  return !source || !existsSync(join(folder, markName)) || isWhole(source, folder);
}

/**
 * The addon that keeps TensorFlow quiet, where TensorFlow is ours and there already: made again when its text has changed.
 *
 * @param {string} root
 */
async function renewQuiet(root) {
  const ours = sourceFor("tensorflow", { root }) && existsSync(join(dirname(libraryOf(root)), markName));
  const recipe = ours ? await findCompilerOrKept(root) : undefined;
  if (recipe) await putQuiet(root, recipe, keptAddon(root, tensorflowStep.inputs(root)));
}

/**
 * Before long downloads: without a compiler the package's own script is the only way, so it is tried at once.
 *
 * @param {string} root
 * @param {Console} out
 */
export async function tryWithoutCompiler(root, out) {
  if (tensorflowStep.stands(root) || (sourceFor("tensorflow", { root }) && (await findCompilerOrKept(root))))
    return;
  await installByItsOwnScript(root, out);
}

/** @param {string} root */
async function findCompilerOrKept(root) {
  return existsSync(keptAddon(root, tensorflowStep.inputs(root))) ? [] : findCompiler(root);
}

/**
 * @param {string} root
 * @param {Console} out
 */
async function installByItsOwnScript(root, out) {
  const variant = sourceFor("tensorflow", { root });
  const why = variant
    ? "there is no C++ compiler"
    : `its library is not packaged for ${process.platform}-${process.arch}`;
  const step = out.step(`TensorFlow by its package's own install script (${why})`);
  // What an attempt by the other way left in the package would be taken for the script's own.
  rmSync(join(packageOf(root), "deps"), { recursive: true, force: true });
  const { code, output } = await run(process.execPath, [join("scripts", "install.js")], {
    cwd: packageOf(root),
    timeout: 600_000,
  });
  const loaded = code === 0 ? await loads(root) : undefined;
  step.drop();
  if (loaded?.well) return step.end("installed");
  rmSync(addonOf(root), { force: true });
  rmSync(join(packageOf(root), "deps"), { recursive: true, force: true });
  const reason =
    output.split("\n").find((line) => /error|ECONN|ENOTFOUND|EAI_AGAIN/i.test(line)) ?? "it did not load";
  const advice = variant
    ? compilerAdvice
    : "Use Linux (x64, arm64) or macOS (arm64), where the library comes with the set-up";
  throw new Error(
    `Cannot install TensorFlow: ${why}, and its package's own install script failed (${reason.trim()}). ${advice}.`,
  );
}

/**
 * @param {string} root
 * @param {string} folder
 */
function link(root, folder) {
  for (const [name, target] of linkNames) {
    const path = join(folder, "lib", name);
    rmSync(path, { force: true });
    symlinkSync(target, path);
  }
  const deps = join(packageOf(root), "deps");
  rmSync(deps, { recursive: true, force: true });
  symlinkSync(relative(dirname(deps), folder), deps);
}

// The same repair as the library's own (networks/environment): Node 23 took away what this package still calls.
const trial = `
const util = require("node:util");
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;
const tf = require("@tensorflow/tfjs-node");
if (tf.tensor1d([1, 2]).sum().dataSync()[0] !== 3) throw new Error("Cannot add with TensorFlow");
`;

/** @param {string} root */
async function loads(root) {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3" };
  const { code, output } = await run(process.execPath, ["-e", trial], { cwd: homeOf(root), env });
  return { well: code === 0, output };
}

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { messageOf } from "../errors.mjs";
import { homeOf, packageFolder } from "../installation.cjs";
import { hashOfFiles } from "./stamps.mjs";

/** @import { Step } from "./stamps.mjs" */

/**
 * @param {string} root
 * @returns {Promise<typeof import("../../dist/kernel/front/snapshot.js")>}
 */
const built = (root) => import(pathToFileURL(join(root, "dist", "kernel", "front", "snapshot.js")).href);

/**
 * The snapshot of the compiler that the kernel's process for cells starts from. Without it the kernel starts in the
 * ordinary way, a second later: whatever keeps it from being made is no error.
 *
 * @type {Step}
 */
export const snapshotStep = {
  name: "snapshot",
  bytes: 80e6,
  inputs: (root) => ({
    node: process.version,
    arch: process.arch,
    declarations: hashOfFiles(root, ["dist", "package-lock.json"], (name) => /\.(d\.ts|cjs)$/.test(name)),
  }),
  // It may be impossible to make; the stamp says that it was tried.
  stands: () => true,
  async run(root, out) {
    const step = out.step("A snapshot of the compiler, for a quick start");
    try {
      const { snapshotFile, snapshotScript } = await built(root);
      const file = snapshotFile();
      const { code, output } = await make(root, file, snapshotScript);
      if (code !== 0 || !existsSync(file)) throw new Error(output || `code ${code}`);
      removeOthers(file);
      step.end("done");
    } catch (error) {
      step.end(`not made, the kernel starts without (${messageOf(error).split("\n")[0]})`);
    }
  },
};

/**
 * Takes away what was made for this Node before.
 *
 * @param {string} file
 */
function removeOthers(file) {
  const folder = dirname(file);
  for (const name of readdirSync(folder))
    if (join(folder, name) !== file && name.startsWith(`${process.version}-`))
      rmSync(join(folder, name), { force: true });
}

/**
 * Makes a snapshot for a Node, by that Node.
 *
 * @param {string} root
 * @param {string} file
 * @param {string} script
 * @param {string} [node]
 */
export async function make(root, file, script, node = process.execPath) {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    return { code: 1, output: String(error) };
  }
  const compiler = join(packageFolder(root, "typescript"), "lib", "typescript.js");
  const types = dirname(packageFolder(root, "@types/node"));
  const declarations = [
    ...readdirSync(types).map((name) => join(types, name, "index.d.ts")),
    join(packageFolder(root, "@tensorflow/tfjs"), "dist", "index.d.ts"),
    join(homeOf(root), "node_modules", "@tensorflow", "tfjs-node", "dist", "index.d.ts"),
    join(root, "dist", "index.d.ts"),
    join(root, "dist", "lessons", "index.d.ts"),
  ].filter((path) => existsSync(path));
  const args = ["--no-warnings", "--snapshot-blob", `${file}.new`, "--build-snapshot", script];
  const code = await runApart(node, [
    ...args,
    join(root, "dist", "kernel", "compile"),
    compiler,
    ...declarations,
  ]);
  if (code === 0) renameSync(`${file}.new`, file);
  else rmSync(`${file}.new`, { force: true });
  return { code, output: "" };
}

/**
 * Runs a program without pipes and returns its exit code: Node 22 and 24 end with an abort when they start from a
 * snapshot in which pipes were open.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runApart(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore" });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

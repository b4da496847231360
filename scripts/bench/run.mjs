import { existsSync } from "node:fs";
import { join } from "node:path";
import { pip, programOf } from "../setup/pip.mjs";
import { run } from "../setup/run.mjs";

/**
 * @typedef {object} Task what one process measures
 * @property {string} contestant
 * @property {string} model
 * @property {number} batch
 * @property {number} threads
 * @property {string} digits a file of `dataFile`
 * @property {string} test another
 *
 * @typedef {object} Measured
 * @property {number} seconds of an epoch
 * @property {number} processor seconds of all threads
 * @property {number} peak bytes of memory
 * @property {number} [share] useful operations a second over those of a matrix product; programs of Node measure it
 * @property {number} batches seconds to read 10,000 digits
 * @property {number} single seconds to read one
 * @property {Record<string, string>} versions
 */

/**
 * Who is measured: programs of Node, and peers in a Python environment of their own. Some only when they are asked for.
 *
 * @type {Record<string, { title: string, peer?: boolean, onDemand?: boolean, program?: string }>}
 */
export const contestants = {
  convlab: { title: "convlab `train`" },
  tfjs: { title: "TensorFlow.js `fit`" },
  wasm: { title: "convlab `train` on WebAssembly", onDemand: true },
  chromium: { title: "convlab `train` in Chromium", onDemand: true, program: "chromium.mjs" },
  keras: { title: "Keras", peer: true },
  pytorch: { title: "PyTorch", peer: true },
};

/** Who is measured when nobody is named. */
export const usual = Object.keys(contestants).filter((name) => !contestants[name]?.onDemand);

/** @param {string} root */
const venv = (root) => join(root, ".cache", "bench", "venv");
/** @param {string} root */
export const peersPython = (root) => programOf(venv(root));

/**
 * @param {string} name
 * @throws {Error} if there is none of this name
 */
export function contestantOf(name) {
  const contestant = contestants[name];
  if (contestant) return contestant;
  throw new Error(`Cannot bench ${name}. There are ${Object.keys(contestants).join(", ")}.`);
}

/**
 * One run in a process of its own: what it printed.
 *
 * @param {string} root
 * @param {Task} task
 * @returns {Promise<Measured>}
 */
export async function measure(root, task) {
  const { peer, program: file = peer ? "peers.py" : "node.mjs" } = contestantOf(task.contestant);
  const program = peer ? peersPython(root) : process.execPath;
  const threads = String(task.threads);
  const env = { ...process.env, TF_NUM_INTRAOP_THREADS: threads, TF_NUM_INTEROP_THREADS: threads };
  const { code, output } = await run(program, [join("bench", file), JSON.stringify(task)], {
    cwd: root,
    env,
    timeout: 600_000,
  });
  const line = output.split("\n").findLast((text) => text.startsWith("{"));
  if (code !== 0 || !line)
    throw new Error(`Cannot measure ${task.contestant}: it ended with ${code}.\n${output.slice(-2000)}`);
  return JSON.parse(line);
}

/**
 * Keras on TensorFlow and PyTorch, into .cache/bench/venv. Their sizes and versions are said before anything is fetched.
 *
 * @param {string} root
 * @param {string} torch
 */
export async function installPeers(root, torch) {
  console.log(`Into .cache/bench/venv, some 2.1 GB unpacked; removing the folder removes it.
  tensorflow-cpu==2.21.0  a download of 274 MB, and some 60 MB it needs
  ${torch.padEnd(22)}  a download of 192 MB without CUDA; the build with CUDA takes some 3 GB`);
  if (!existsSync(peersPython(root))) {
    const made = await run(programOf(join(root, ".venv")), ["-m", "venv", venv(root)], { cwd: root });
    if (made.code !== 0) throw new Error(`Cannot make .cache/bench/venv.\n${made.output.slice(-1000)}`);
  }
  // pip's own settings hold: where torch comes from is the reader's affair.
  /** @param {string} line */
  const onLine = (line) =>
    /^(Collecting|Downloading|Successfully)/.test(line) && console.log(line.slice(0, 160));
  const { code, output } = await pip(root, venv(root), ["install", torch, "tensorflow-cpu==2.21.0"], {
    onLine,
  });
  if (code === 0) return;
  const advice = torch.includes("+cpu")
    ? "Where the package index has no build of PyTorch for the processor alone, --torch torch==2.13.0 takes the one with CUDA"
    : "Name another with --torch";
  throw new Error(`Cannot install the peers. ${advice}.\n${output.slice(-1500)}`);
}

// One lesson on a clean kernel, as a promise. The work is done by run.py, which tells how far it is.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { codeOf } from "../errors.mjs";
import { commandOf, homeOf, packageFolder } from "../installation.cjs";

/**
 * The lessons' files in order, or those whose number or name starts with one of `chosen`.
 *
 * @param {string} root
 * @param {readonly string[]} [chosen]
 */
export function findLessons(root, chosen = []) {
  const folder = join(root, "notebooks");
  const all = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".ipynb") && !name.startsWith("."))
    .sort();
  for (const wanted of chosen) {
    if (!all.some((name) => name.startsWith(wanted))) {
      const there = all.map((name) => basename(name, ".ipynb")).join(", ") || "none yet";
      throw new RangeError(`Cannot find lesson ${wanted}: there are ${there}. Name one of them.`);
    }
  }
  return all
    .filter((name) => chosen.length === 0 || chosen.some((wanted) => name.startsWith(wanted)))
    .map((name) => join(folder, name));
}

/**
 * @typedef {object} RunOptions
 * @property {boolean} [quick] with the quick values of the lesson
 * @property {string} [write] the file that receives the outputs; without it nothing is written
 * @property {string} [node] the Node under the kernel
 * @property {boolean} [stock] on the stock tslab kernel
 * @property {number} [timeout] seconds that a cell may take
 * @property {AbortSignal} [signal]
 * @property {(progress: Progress) => void} [onProgress]
 *
 * @typedef {{ done: number, cells: number, seconds: number }} Progress
 * @typedef {{ ok: boolean, seconds: number, bytes?: number, message?: string }} LessonResult
 *
 * @typedef {{ event: "done" | "failed", bytes?: number | null, message?: string }} End
 * @typedef {({ event: "cell" } & Progress) | End} Event
 */

/**
 * Runs one notebook.
 *
 * @param {string} root
 * @param {string} lesson
 * @param {RunOptions} [options]
 * @returns {Promise<LessonResult>}
 */
export function runLesson(root, lesson, { quick, write, node, stock, timeout, signal, onProgress } = {}) {
  const venv = join(homeOf(root), ".venv");
  const python =
    process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
  const options = [
    ...(quick ? ["--quick"] : []),
    ...(write ? ["--write", write] : []),
    ...(node ? ["--node", node] : []),
    ...(stock ? ["--stock", join(packageFolder(root, "tslab"), "bin", "tslab")] : []),
    ...(timeout ? ["--timeout", String(timeout)] : []),
  ];
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  return new Promise((resolve) => {
    const program = join(root, "scripts", "notebooks", "run.py");
    // SIGTERM lets the runner end its kernel too; what the kernel's libraries print is kept for a failure's message.
    const child = spawn(python, [program, lesson, ...options], {
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    /** @type {End | undefined} */
    let last;
    let noise = "";
    child.stderr.on("data", (text) => {
      noise = (noise + text).slice(-4000);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const event = readEvent(line);
      if (event?.event === "cell") onProgress?.(event);
      else if (event) last = event;
    });
    child.on("error", (error) => {
      const message =
        codeOf(error) === "ENOENT"
          ? `Cannot run notebooks: ${python} is not there. Run ${commandOf(root, "setup")}.`
          : `stopped (${error.message})`;
      resolve({ ok: false, seconds: seconds(), message });
    });
    child.on("close", (code) => {
      const ok = code === 0 && last?.event === "done";
      const message = ok
        ? undefined
        : (last?.message ?? `the runner ended with code ${code}\n${noise.trim()}`);
      resolve({ ok, seconds: seconds(), bytes: last?.bytes ?? undefined, message });
    });
  });
}

/**
 * A line of run.py; anything else on its stdout (a native library's remark) is no event.
 *
 * @param {string} line
 * @returns {Event | undefined}
 */
function readEvent(line) {
  try {
    const event = JSON.parse(line);
    return typeof event?.event === "string" ? event : undefined;
  } catch {
    return undefined;
  }
}

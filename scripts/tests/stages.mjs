// The stages of npm test. Each reports its results.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { findLessons, runLesson } from "../notebooks/run.mjs";

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {boolean} ok
 * @property {boolean} [skipped]
 * @property {number} seconds
 * @property {string} [error]
 *
 * @typedef {(result: Result) => void} Report
 */

/**
 * Runs a Node program of node_modules/.bin; what it prints is shown only if it fails.
 *
 * @param {string} root
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Result>}
 */
function check(root, name, program, args) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, program), ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        said = (said + data).slice(-20_000);
      });
    }
    child.on("error", (error) => resolve({ name, ok: false, seconds: 0, error: error.message }));
    child.on("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      resolve({
        name,
        ok: code === 0,
        seconds,
        error: code === 0 ? undefined : said.trim() || `code ${code}`,
      });
    });
  });
}

/**
 * The site, built anew.
 *
 * @param {string} root
 */
export function builtSite(root) {
  return check(root, "npm run site", "scripts/site.mjs", []);
}

/**
 * @param {string} root
 * @param {Report} report
 */
export async function types(root, report) {
  const tsc = "node_modules/typescript/bin/tsc";
  report(await check(root, "tsc -b (src, experiments)", tsc, ["-b"]));
  report(await check(root, "tsc -p scripts (scripts, bench)", tsc, ["-p", "scripts"]));
  report(await check(root, "tsc -p site (site, lab)", tsc, ["-p", "site"]));
  report(await check(root, "tsc -p test", tsc, ["-p", "test"]));
}

/**
 * @param {string} root
 * @param {Report} report
 */
export async function lint(root, report) {
  const biome = "node_modules/@biomejs/biome/bin/biome";
  report(
    await check(root, "biome check (lint and format)", biome, [
      "check",
      "--error-on-warnings",
      "--diagnostic-level=warn",
      "--max-diagnostics=50",
      ".",
    ]),
  );
}

/**
 * Every lesson in quick form on a clean kernel, two at a time at most.
 *
 * @param {string} root
 * @param {Report} report
 * @param {{ stock?: boolean }} [options]
 */
export async function notebooks(root, report, { stock = false } = {}) {
  const waiting = findLessons(root);
  const form = stock ? "quick, stock tslab" : "quick";
  const run = async () => {
    for (let lesson = waiting.shift(); lesson !== undefined; lesson = waiting.shift()) {
      const result = await runLesson(root, lesson, { quick: true, stock, timeout: 300 });
      report({ ...result, name: `${basename(lesson, ".ipynb")} (${form})`, error: result.message });
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, run));
}

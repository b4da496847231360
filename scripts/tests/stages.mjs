// The stages of npm test. Each returns its results: { name, ok, skipped?, seconds, error? }.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { findLessons, runLesson } from "../notebooks/run.mjs";

/** Runs a Node program of node_modules/.bin; what it prints is shown only if it fails. */
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

export async function types(root, report) {
  const tsc = "node_modules/typescript/bin/tsc";
  report(await check(root, "tsc -b (src, experiments)", tsc, ["-b"]));
  report(await check(root, "tsc -p test", tsc, ["-p", "test"]));
}

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

/** Every test/<folder>/*.test.ts, but not the folders that have a command of their own. */
export function testFiles(root, { folders, except = [] } = {}) {
  const test = join(root, "test");
  return readdirSync(test, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .filter((name) => (folders ? folders.includes(room(name)) : !except.includes(room(name))))
    .sort()
    .map((name) => join(test, name));
}
const room = (name) => name.split(/[\\/]/)[0];

/** Runs test files with node:test, two at a time at most. Whole tests are reported as they end. */
export function unitTests(root, files, report, { pattern, concurrency, timeoutMinutes = 10 } = {}) {
  if (files.length === 0) return Promise.resolve();
  const args = [
    "--import",
    "tsx",
    "--test",
    `--test-concurrency=${concurrency ?? Math.min(2, availableParallelism())}`,
    `--test-timeout=${timeoutMinutes * 60_000}`,
    `--test-reporter=${join(root, "scripts", "tests", "reporter.mjs")}`,
    "--test-reporter-destination=stdout",
    ...(pattern ? [`--test-name-pattern=${pattern}`] : []),
    ...files,
  ];
  // A test run started from within a test would otherwise report to that one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let noise = "";
    let failed = 0;
    child.stderr.on("data", (data) => {
      noise = (noise + data).slice(-8000);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const event = readEvent(line);
      if (event === undefined) return;
      const file = event.file ? relative(root, event.file) : "";
      // A file that could not be loaded is reported under its own path.
      const name = event.name.endsWith(".test.ts") ? relative(root, event.name) : `${file} > ${event.name}`;
      failed += event.ok ? 0 : 1;
      report({ ...event, name });
    });
    child.on("close", (code) => {
      if (code !== 0 && failed === 0) {
        report({ name: "node --test", ok: false, seconds: 0, error: noise.trim() || `code ${code}` });
      } else if (failed > 0 && noise.trim() !== "") {
        console.log(`    stderr of the tests, its end:\n${noise.trim().replace(/^/gm, "    | ")}`);
      }
      resolve();
    });
  });
}

function readEvent(line) {
  try {
    const event = JSON.parse(line);
    return event?.convlab === "test" ? event : undefined;
  } catch {
    return undefined;
  }
}

/** Every lesson in quick form on a clean kernel. */
export async function notebooks(root, report, { stock = false } = {}) {
  for (const lesson of findLessons(root)) {
    const result = await runLesson(root, lesson, { quick: true, stock, timeout: 300 });
    const form = stock ? "quick, stock tslab" : "quick";
    report({ ...result, name: `${basename(lesson, ".ipynb")} (${form})`, error: result.message });
  }
}

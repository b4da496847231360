import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";

/** @import { Report, Result } from "./stages.mjs" */

/**
 * Every test/<folder>/*.test.ts, but not the folders that have a command of their own.
 *
 * @param {string} root
 * @param {{ folders?: string[] | undefined, except?: string[] }} [choice]
 */
export function testFiles(root, { folders, except = [] } = {}) {
  const test = join(root, "test");
  return readdirSync(test, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .filter((name) => (folders ? folders.includes(room(name)) : !except.includes(room(name))))
    .sort()
    .map((name) => join(test, name));
}
/** @param {string} name */
const room = (name) => name.split(/[\\/]/)[0] ?? "";

/**
 * Runs test files with node:test, two at a time at most. Whole tests are reported as they end.
 *
 * @param {string} root
 * @param {string[]} files
 * @param {Report} report
 * @param {{ pattern?: string | undefined, concurrency?: number, timeoutMinutes?: number }} [options]
 * @returns {Promise<void>}
 */
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

/**
 * @param {string} line
 * @returns {(Result & { file?: string }) | undefined}
 */
function readEvent(line) {
  try {
    const event = JSON.parse(line);
    return event?.convlab === "test" ? event : undefined;
  } catch {
    return undefined;
  }
}

// npm run lessons: runs lessons on a clean kernel and writes their outputs. `npm run lessons -- --help` says how.
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readCommandLine } from "./commandLine.mjs";
import { isRefusal, messageOf } from "./errors.mjs";
import { commandOf, isInstalled } from "./installation.cjs";
import { findLessons, runLesson } from "./notebooks/run.mjs";

/** @import { Progress } from "./notebooks/run.mjs" */

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const inCheckout = `
  --check         run, write nothing
  --output DIR    write the executed notebooks there instead of notebooks/
  --restore 06    put a fresh copy of a lesson beside yours in work/, run nothing
  --copies DIR    put the lessons that DIR does not have yet there, with nothing run: for a class
  --renumber      write the lessons' numbers anew, from the order in src/lessons/order.ts`;
const inProject = `
  --output DIR    write the executed notebooks there; nothing is written without
  --restore 06    put a fresh copy of a lesson into the folder in which you are, run nothing
  --copies DIR    put the lessons that DIR does not have yet there, with nothing run: for a class`;
const help = `${commandOf(root, "lessons", "[options] [06 07 ...]")}

  06 07 ...       these lessons only (by the start of their name); all without
  --quick         with the quick values of each lesson; writes nothing, unless --output says where${
    isInstalled(root) ? inProject : inCheckout
  }
  --stock         on the stock tslab kernel
  --node PATH     with this Node under the kernel
  --timeout S     seconds a cell may take (1200)`;

async function main() {
  const { values, positionals } = readCommandLine("npm run lessons", {
    quick: { type: "boolean" },
    check: { type: "boolean" },
    stock: { type: "boolean" },
    help: { type: "boolean" },
    output: { type: "string" },
    restore: { type: "string" },
    copies: { type: "string" },
    renumber: { type: "boolean" },
    node: { type: "string" },
    timeout: { type: "string" },
  });
  if (values.help) return console.log(help);
  if (values.restore !== undefined) {
    const { restoreLesson } = await import("./copies.mjs");
    const copy = await restoreLesson(root, values.restore);
    return console.log(`A fresh copy: ${relative(process.cwd(), copy)}`);
  }
  if (values.copies !== undefined) {
    const { readersFiles } = await import("./start/readersFiles.mjs");
    for (const line of readersFiles(root, resolve(values.copies))) console.log(line);
    return;
  }
  if (values.renumber && isInstalled(root))
    throw new Error("Cannot number a package's lessons: do that where it comes from.");
  if (values.renumber) return console.log(await renumbered());
  const lessons = findLessons(root, positionals);
  if (lessons.length === 0) console.log("No lessons in notebooks/ yet.");
  const width = Math.max(0, ...lessons.map((lesson) => basename(lesson).length));
  const stop = stopOnSignals();
  let failed = 0;
  for (const lesson of lessons) {
    const name = basename(lesson, ".ipynb").padEnd(width);
    const result = await runLesson(root, lesson, {
      ...values,
      timeout: seconds(values.timeout),
      write: placeFor(lesson, values),
      signal: stop.signal,
      onProgress: progressLine(name),
    });
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    if (stop.signal.aborted) {
      console.log(`Stopped in ${name.trim()}; nothing of it was written.`);
      process.exitCode = 130;
      return;
    }
    const size = result.bytes === undefined ? "" : `, ${Math.round(result.bytes / 1000)} kB`;
    console.log(`${result.ok ? "ok    " : "FAILED"} ${name} ${result.seconds} s${size}`);
    if (!result.ok) console.log(result.message?.replace(/^/gm, "    "));
    failed += result.ok ? 0 : 1;
  }
  console.log(`${lessons.length - failed} of ${lessons.length} lessons ran`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function renumbered() {
  const { renumber } = await import("./notebooks/renumber.mjs");
  const said = await renumber(root);
  if (said.length === 0) return "Every number stands as src/lessons/order.ts has it.";
  return `${said.join("\n")}\nWrite the outputs and the claims anew: npm run lessons; npm run claims`;
}

/**
 * @param {string} lesson
 * @param {{ quick?: boolean, check?: boolean, output?: string }} values
 */
function placeFor(lesson, { quick, check, output }) {
  if (output !== undefined) return join(output, basename(lesson));
  return quick || check || isInstalled(root) ? undefined : lesson;
}

/** @param {string | undefined} text */
function seconds(text) {
  const value = text === undefined ? undefined : Number(text);
  if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
    throw new RangeError(`Cannot use --timeout ${text}: give whole seconds, as in --timeout 600.`);
  }
  return value;
}

/**
 * A line that rewrites itself on a terminal; elsewhere a line every half minute.
 *
 * @param {string} name
 * @returns {(progress: Progress) => void}
 */
function progressLine(name) {
  let spoken = 0;
  return ({ done, cells, seconds }) => {
    const text = `       ${name} cell ${done}/${cells}, ${seconds} s`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    else if (seconds - spoken >= 30) {
      spoken = seconds;
      console.error(text);
    }
  };
}

/** Ctrl-C ends the runner, which ends its kernel, before this program ends. */
function stopOnSignals() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => controller.abort());
  return controller;
}

main().catch((error) => {
  console.error(isRefusal(error) ? error.message : `Cannot run lessons: ${messageOf(error)}`);
  process.exitCode = 2;
});

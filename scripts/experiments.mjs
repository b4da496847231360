// npm run experiments -- mnist-cnn/width ["row name"] [--again] [--workers 2]: the long measurements behind the lessons.
// --verdicts prints what the stored rows say of each comparison, with its interval, and measures nothing.
// A lesson's name, or its number, stands for all of its experiments.
// Rows that are stored already are skipped, so a stopped run goes on where it was.
import { execFileSync, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { readCommandLine } from "./commandLine.mjs";
import { isRefusal } from "./errors.mjs";
import { loadExperiments } from "./experiments/built.mjs";
import { isStored, store, storeVerdicts } from "./experiments/stored.mjs";

/**
 * @import { Experiment } from "../dist/lessons/results/experiment.js"
 * @import { MeasuredRow, Message } from "./experiments/row.mjs"
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const rowProgram = fileURLToPath(new URL("./experiments/row.mjs", import.meta.url));

await main().catch(explain);

/** Hands rows to workers and stores each as it ends. */
async function main() {
  const { values, positionals } = readCommandLine("npm run experiments", {
    again: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    verdicts: { type: "boolean", default: false },
    workers: { type: "string", default: String(availableParallelism()) },
  });
  const [which = "", rowName] = positionals;
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1)
    return fail(`Cannot measure with ${values.workers} workers. Give a whole number from 1 up.`);
  const experiments = await loadExperiments(which);
  if (values.verdicts) return printVerdicts(experiments);
  const rows = experiments.flatMap((experiment) =>
    experiment.rows
      .filter((row) => rowName === undefined || row.name === rowName)
      .map((row) => ({ experiment, row, done: isStored(experiment.id, row) })),
  );
  if (rows.length === 0)
    return fail(`Cannot find rows for "${positionals.join(" ")}". --list shows what there is.`);
  if (values.list) {
    for (const { experiment, row, done } of rows)
      console.log(`${done ? "stored " : "missing"}  ${experiment.id}  ${row.name}`);
    return;
  }
  const waiting = rows.filter(({ done }) => values.again || !done);
  console.log(
    `${rows.length - waiting.length} of ${rows.length} rows are stored, ${waiting.length} to measure.`,
  );
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const started = performance.now();
  const total = waiting.length;
  let finished = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { experiment, row } = next;
      const measured = await measureApart(experiment.id, row.name).catch((error) => {
        waiting.length = 0; // no further row begins; those that run are still stored
        throw error;
      });
      await store(experiment, { ...measured, commit });
      finished += 1;
      const left = ((performance.now() - started) / 1000 / finished) * (total - finished);
      console.log(
        `${finished}/${total}  ${experiment.id}  ${row.name}  ${measured.seconds.toFixed(0)} s, about ${Math.ceil(left / 60)} min left`,
      );
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/**
 * Prints the means and the comparisons of experiments, a line each.
 *
 * @param {Experiment[]} experiments
 */
async function printVerdicts(experiments) {
  const { verdictText } = await import("../dist/lessons/results/verdictText.js");
  const lines = [];
  for (const experiment of experiments) {
    const verdicts = await storeVerdicts(experiment);
    lines.push(...verdicts.map((verdict) => verdictText(experiment.id, verdict)));
  }
  if (lines.length === 0)
    return fail("Cannot find a comparison there: none is declared, or no row measured.");
  console.log(lines.join("\n"));
}

/**
 * Runs one row in a process of its own, on one thread, so that rows neither disturb each other nor depend on cores.
 *
 * @param {string} id
 * @param {string} rowName
 * @returns {Promise<MeasuredRow>}
 */
function measureApart(id, rowName) {
  const env = { ...process.env, TF_NUM_INTRAOP_THREADS: "1", TF_NUM_INTEROP_THREADS: "1" };
  const child = fork(rowProgram, [id, rowName], { env });
  return new Promise((resolve, reject) => {
    let told = 0;
    child.on("message", (/** @type {Message} */ message) => {
      if (message.measured) resolve(message.measured);
      else if (message.share >= told + 0.1) {
        told = message.share;
        console.log(`      ${id}  ${rowName}  ${Math.round(told * 100)} %`);
      }
    });
    child.on("exit", (code, signal) =>
      reject(new Error(`Cannot measure ${id}, row "${rowName}": its process ended with ${signal ?? code}.`)),
    );
  });
}

/**
 * What the program itself found wrong is said in a line; anything else keeps its stack.
 *
 * @param {unknown} error
 */
function explain(error) {
  if (!isRefusal(error)) throw error;
  fail(error.message);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

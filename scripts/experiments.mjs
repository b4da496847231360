// npm run experiments -- mnist-cnn/width ["row name"] [--again] [--workers 2]: the long measurements behind the lessons.
// A lesson's name, or its number, stands for all of its experiments.
// Rows that are stored already are skipped, so a stopped run goes on where it was.
import { execFileSync, fork } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const resultsFile = (id) => `${root}data/results/${id}.json`;

if (process.send) await work();
else await main().catch(explain);

/** The parent: hands rows to workers and stores each as it ends. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      again: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      workers: { type: "string", default: String(availableParallelism()) },
    },
  });
  const [which = "", rowName] = positionals;
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1)
    return fail(`Cannot measure with ${values.workers} workers. Give a whole number from 1 up.`);
  const experiments = await load(which);
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
      store(experiment, { ...measured, commit });
      finished += 1;
      const left = ((performance.now() - started) / 1000 / finished) * (total - finished);
      console.log(
        `${finished}/${total}  ${experiment.id}  ${row.name}  ${measured.seconds.toFixed(0)} s, about ${Math.ceil(left / 60)} min left`,
      );
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Runs one row in a process of its own, on one thread, so that rows neither disturb each other nor depend on cores. */
function measureApart(id, rowName) {
  const env = { ...process.env, TF_NUM_INTRAOP_THREADS: "1", TF_NUM_INTEROP_THREADS: "1" };
  const child = fork(fileURLToPath(import.meta.url), [id, rowName], { env });
  return new Promise((resolve, reject) => {
    let told = 0;
    child.on("message", ({ share, measured }) => {
      if (measured) resolve(measured);
      else if (share >= told + 0.1) {
        told = share;
        console.log(`      ${id}  ${rowName}  ${Math.round(share * 100)} %`);
      }
    });
    child.on("exit", (code, signal) =>
      reject(new Error(`Cannot measure ${id}, row "${rowName}": its process ended with ${signal ?? code}.`)),
    );
  });
}

/** The child: measures the one row it was given. */
async function work() {
  const [id, rowName] = process.argv.slice(2);
  const experiment = (await load(id)).find((each) => each.id === id);
  const row = experiment.rows.find(({ name }) => name === rowName);
  const { saveTrained } = await import("../dist/networks/files/trained.js");
  const { rowHash } = await import("../dist/lessons/results/experiment.js");
  const started = performance.now();
  const measurement = await experiment.run(row, {
    report: (share) => process.send({ share }),
    keep: (model, name, card) =>
      saveTrained(model, name, { ...card, again: `npm run experiments -- ${id} "${rowName}" --again` }),
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const whole = { ...row, ...measurement };
  process.send({
    measured: { ...whole, seconds, versions: versions(), sha256: rowHash(read(id).measuredAs ?? id, whole) },
  });
  process.disconnect();
}

async function load(which) {
  const folder = `${root}dist/experiments/`;
  if (!existsSync(folder)) throw new Error("Cannot find the built experiments. Build them: npm run build");
  const wanted = await idStart(which);
  // Beside the experiments lie modules that several of them share; those have no default export.
  const files = readdirSync(folder, { recursive: true }).filter(
    (file) =>
      /[\\/].*\.js$/.test(file) &&
      idOf(file).startsWith(wanted) &&
      /^export default/m.test(readFileSync(folder + file, "utf8")),
  );
  return Promise.all(
    files.sort().map(async (file) => (await import(pathToFileURL(folder + file).href)).default),
  );
}

function idOf(file) {
  return file.replaceAll("\\", "/").replace(/\.js$/, "");
}

/** What the ids of the wanted experiments begin with: a lesson's number stands for its name. */
async function idStart(which) {
  if (!/^\d+$/.test(which)) return which;
  const { lessonOrder } = await import("../dist/lessons/order.js");
  const lesson = lessonOrder[Number(which) - 1];
  if (lesson === undefined)
    throw new Error(`Cannot find lesson ${which}: there are 01 to ${lessonOrder.length}. Name one of them.`);
  return `${lesson}/`;
}

/** The stored results of an experiment; without rows where nothing is stored. */
function read(id) {
  try {
    return JSON.parse(readFileSync(resultsFile(id), "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { rows: [] };
    throw error;
  }
}

/** A row counts as stored while what it sets has not changed. */
function isStored(id, row) {
  const key = ({ name, configuration, seed }) => JSON.stringify({ name, configuration, seed });
  return read(id).rows.some((candidate) => key(candidate) === key(row));
}

function store(experiment, row) {
  const { id, question } = experiment;
  const { measuredAs, rows: before } = read(id);
  const byName = new Map([...before, row].map((each) => [each.name, each]));
  const rows = experiment.rows.flatMap(({ name }) => byName.get(name) ?? []);
  const text = rows.map((each) => `    ${JSON.stringify(each)}`).join(",\n");
  mkdirSync(dirname(resultsFile(id)), { recursive: true });
  const half = `${resultsFile(id)}.half`;
  const name = measuredAs === undefined ? "" : `\n  "measuredAs": ${JSON.stringify(measuredAs)},`;
  writeFileSync(
    half,
    `{\n  "id": ${JSON.stringify(id)},${name}\n  "question": ${JSON.stringify(question)},\n  "rows": [\n${text}\n  ]\n}\n`,
  );
  renameSync(half, resultsFile(id));
}

function versions() {
  const require = createRequire(import.meta.url);
  const versionOf = (name) => require(`${name}/package.json`).version;
  return {
    convlab: require("../package.json").version,
    node: process.versions.node,
    "tfjs-node": versionOf("@tensorflow/tfjs-node"),
    tensorflow: require("@tensorflow/tfjs-node").backend().binding.TF_Version,
  };
}

/** What the program itself found wrong is said in a line; anything else keeps its stack. */
function explain(error) {
  if (!error.message?.startsWith("Cannot")) throw error;
  fail(error.message);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

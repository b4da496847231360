// npm run bench [-- --install] [--runs 5] [--images 12800] [--threads 2] [--models mnistCnn,lenet5] [--batches 32,128]
// [--save]: how long one epoch takes here, with model.fit of TensorFlow.js, with Keras and with PyTorch. Each run is a
// process of its own, and the contestants take turns, so that whatever else the machine does meets all of them.
// --only convlab,tfjs,wasm,chromium names them; wasm, what a browser runs, and the same in Chromium are measured only then.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { dataFile } from "./bench/data.mjs";
import { contestantOf, installPeers, measure, peersPython, usual } from "./bench/run.mjs";
import { page, tableOf, wasmShares } from "./bench/table.mjs";
import { readCommandLine } from "./commandLine.mjs";
import { messageOf } from "./errors.mjs";

/** @import { Measured } from "./bench/run.mjs" */
/** @import { BenchResult } from "./bench/table.mjs" */

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

async function main() {
  const { values } = readCommandLine(
    "npm run bench",
    {
      install: { type: "boolean", default: false },
      torch: { type: "string", default: "torch==2.13.0+cpu" },
      runs: { type: "string", default: "5" },
      images: { type: "string", default: "12800" },
      threads: { type: "string", default: String(availableParallelism()) },
      models: { type: "string", default: "mnistCnn,lenet5" },
      batches: { type: "string", default: "32,128" },
      only: { type: "string", default: usual.join() },
      save: { type: "boolean", default: false },
    },
    { words: false },
  );
  const runs = whole("runs", values.runs);
  const images = whole("images", values.images);
  const threads = whole("threads", values.threads);
  const batches = values.batches.split(",").map((batch) => whole("batches", batch));
  if (values.install) await installPeers(root, values.torch);
  const names = values.only.split(",").filter((name) => {
    const { title, peer } = contestantOf(name);
    if (!peer || existsSync(peersPython(root))) return true;
    console.log(`${title} is not measured: npm run bench -- --install puts it into .cache/bench.`);
    return false;
  });
  mkdirSync(`${root}.cache/bench`, { recursive: true });
  const digits = await dataFile(root, "train", images);
  const test = await dataFile(root, "test", 10_000);
  const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores`;
  const command = `npm run bench -- --runs ${runs} --images ${images} --threads ${threads}`;
  /** @type {BenchResult[]} */
  const results = [];
  for (const model of values.models.split(",")) {
    for (const batch of batches) {
      /** @type {Record<string, Measured[]>} */
      const found = {};
      for (let run = 0; run < runs; run++) {
        for (const name of names) {
          const task = { contestant: name, model, batch, threads, digits, test };
          const measured = await measure(root, task);
          found[name] = [...(found[name] ?? []), measured];
          console.log(
            `${model}, batch ${batch}, run ${run + 1}/${runs}  ${name}  ${measured.seconds.toFixed(2)} s`,
          );
        }
      }
      results.push({ model, batch, found });
      console.log(`\n${tableOf({ model, batch, found }, images)}\n`);
      for (const share of wasmShares(found)) console.log(`${share}\n`);
      if (values.save) savePage(page(results, { machine, command, threads, runs, images }));
    }
  }
}

/**
 * The tables are written anew; the sections below them, which are written by hand, stay.
 *
 * @param {string} tables
 */
function savePage(tables) {
  const file = `${root}docs/bench.md`;
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const sections = before.indexOf("\n## ");
  writeFileSync(file, tables + (sections < 0 ? "" : before.slice(sections)));
}

/**
 * @param {string} name
 * @param {string} value
 */
function whole(name, value) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`Cannot bench with --${name} ${value}. Give a whole number from 1 up.`);
  return number;
}

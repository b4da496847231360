// TF_NUM_INTRAOP_THREADS=1 node bench/profile.mjs [--batch 32] [--draw]: where the time of a training step goes, with
// TensorFlow.js's own steps and the fast way. Writes bench/profile.json and the chart of docs/training-speed.md; --draw
// measures nothing anew.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { barChart, loadMnist, train } from "../dist/index.js";
import { jupyterDisplay } from "../dist/lessons/index.js";
import { nodeBackend } from "../dist/networks/training/fast/binding.js";
import { buildModel } from "./models.mjs";

/**
 * @import { LayersModel } from "../dist/networks/tf.js"
 * @import { NodeBackend } from "../dist/networks/training/fast/binding.js"
 *
 * @typedef {"plain" | "fast"} Way
 * @typedef {{ name: string, milliseconds: number }} Operation
 * @typedef {{ wall: number, entries: Operation[] }} Run
 * @typedef {{ wall: number, operations: number, parts: Record<string, number> }} Summary milliseconds a step
 * @typedef {{ batch: number, plain: Summary, fast: Summary }} Profile
 */

const { values } = parseArgs({
  options: { batch: { type: "string", default: "32" }, draw: { type: "boolean", default: false } },
});
const batch = Number(values.batch);
const file = new URL("profile.json", import.meta.url);
const steps = 40;
const { train: digits } = await loadMnist({ trainImages: batch * steps, testImages: 1 });
const backend = nodeBackend();
if (!backend)
  throw new Error("Cannot profile a training: TensorFlow for Node is not there. Run npm run setup.");
const execute = backend.binding.executeOp;
/** @type {Operation[] | undefined} */
let log;
/** @type {NodeBackend["binding"]["executeOp"]} */
const noted = (name, ...given) => {
  const started = processor();
  const made = execute(name, ...given);
  log?.push({ name, milliseconds: processor() - started });
  return made;
};
backend.binding = Object.create(backend.binding, { executeOp: { value: noted } });

/** Milliseconds that this process has worked. On one thread of a quiet machine they are those of the clock. */
function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @type {Way[]} */
const ways = ["plain", "fast"];
/** @type {[name: string, pattern: RegExp][]} */
const kinds = [
  ["convolutions", /Conv2D/],
  ["pooling", /Pool/],
  ["matrix products", /MatMul/],
  ["the optimizer", /Adam|ReadVariable|AssignVariable|VarHandle/],
];
if (!values.draw) writeFileSync(file, `${JSON.stringify(await profile(), null, 2)}\n`);
draw(JSON.parse(readFileSync(file, "utf8")));

/** @returns {Promise<Profile>} */
async function profile() {
  /** @type {Record<Way, Run[]>} */
  const runs = { plain: [], fast: [] };
  const ready = { plain: buildModel("mnistCnn"), fast: buildModel("mnistCnn") };
  for (const way of ways) await once(ready, way);
  for (let run = 0; run < 5; run++) {
    for (const way of ways) runs[way].push(await once(ready, way));
  }
  return { batch, plain: summary(runs.plain), fast: summary(runs.fast) };
}

/** @param {Profile} measured */
function draw(measured) {
  /** @type {[name: string, summary: Summary][]} */
  const series = [
    ["TensorFlow.js", measured.plain],
    ["fast", measured.fast],
  ];
  const bars = series.flatMap(([name, { parts }]) =>
    Object.entries(parts).map(([label, value]) => ({
      label,
      series: name,
      value: Math.round(100 * value) / 100,
    })),
  );
  const figure = barChart(bars, { valueTitle: `milliseconds a step, batch ${measured.batch}` });
  const picture = Buffer.from(String(figure[jupyterDisplay]()["image/png"]), "base64");
  writeFileSync(new URL("../docs/images/training-speed.png", import.meta.url), picture);
  console.log(figure.description);
}

/**
 * @param {Record<Way, LayersModel>} ready
 * @param {Way} way
 */
async function once(ready, way) {
  log = [];
  const started = processor();
  await train(ready[way], digits, { epochs: 1, batchSize: batch, quiet: true, fast: way === "fast" });
  const wall = (processor() - started) / steps;
  const entries = log;
  log = undefined;
  return { wall, entries };
}

/**
 * The quickest of the runs: the one that other programs on the machine disturbed least.
 *
 * @param {Run[]} all
 */
function summary(all) {
  const { wall, entries } = all.reduce((best, each) => (each.wall < best.wall ? each : best));
  /** @type {Record<string, number>} */
  const parts = Object.fromEntries([...kinds.map(([name]) => [name, 0]), ["all other operations", 0]]);
  for (const { name, milliseconds } of entries) {
    const kind = kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? "all other operations";
    parts[kind] = (parts[kind] ?? 0) + milliseconds / steps;
  }
  const native = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return {
    wall,
    operations: entries.length / steps,
    parts: { ...parts, "between the operations": wall - native },
  };
}

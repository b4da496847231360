// node bench/profile.mjs [batch] [threads]: where the time of a training step goes, operation by operation, with
// TensorFlow.js's own fit and with the fast way. Prints JSON for scripts/speed.mjs, which draws it.
import { loadMnist, tf, train } from "../dist/index.js";
import { models } from "./models.mjs";

const batch = Number(process.argv[2] ?? 32);
const steps = 40;
const { train: digits } = await loadMnist({ trainImages: batch * steps, testImages: 1 });
const backend = tf.backend();
const execute = backend.binding.executeOp;
let log;
const noted = (name, ...given) => {
  const started = performance.now();
  const made = execute(name, ...given);
  log?.push({ name, milliseconds: performance.now() - started });
  return made;
};
backend.binding = Object.create(backend.binding, { executeOp: { value: noted } });

const kinds = [
  ["convolutions", /Conv2D/],
  ["pooling", /Pool/],
  ["matrix products", /MatMul/],
  ["the optimizer", /Adam|ReadVariable|AssignVariable|VarHandle/],
];

const runs = { plain: [], fast: [] };
const ready = {};
for (const way of ["plain", "fast"]) {
  ready[way] = models.mnistCnn();
  await once(way);
}
for (let run = 0; run < 5; run++) for (const way of ["plain", "fast"]) runs[way].push(await once(way));
const result = Object.fromEntries(Object.entries(runs).map(([way, all]) => [way, summary(all)]));
console.log(JSON.stringify({ batch, ...result }, null, 1));

async function once(way) {
  log = [];
  const started = performance.now();
  await train(ready[way], digits, { epochs: 1, batchSize: batch, quiet: true, fast: way === "fast" });
  const wall = (performance.now() - started) / steps;
  const entries = log;
  log = undefined;
  return { wall, entries };
}

/** The quickest of the runs: the one that other programs on the machine disturbed least. */
function summary(all) {
  const { wall, entries } = all.reduce((best, each) => (each.wall < best.wall ? each : best));
  const parts = Object.fromEntries([...kinds.map(([name]) => [name, 0]), ["all other operations", 0]]);
  for (const { name, milliseconds } of entries) {
    const kind = kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? "all other operations";
    parts[kind] += milliseconds / steps;
  }
  const native = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { wall, operations: entries.length / steps, parts: { ...parts, "between the operations": wall - native } };
}

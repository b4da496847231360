// One measured run of `train` in a process of its own: ours, on TensorFlow or on WebAssembly, or TensorFlow.js's model.fit. Prints one
// line of JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { evaluate, layerTable, tf, train } from "../dist/index.js";
import { setWasmBackend } from "../dist/networks/wasm/setWasmBackend.js";
import { buildModel } from "./models.mjs";
import { operationsOf, shareOf } from "./share.mjs";

/** @import { Task } from "../scripts/bench/run.mjs" */
/** @import { Tensor } from "@tensorflow/tfjs" */

/** @type {Task} */
const { contestant, model: name, batch, digits: file, test: testFile } = JSON.parse(process.argv[2] ?? "{}");
const ours = contestant !== "tfjs";
if (contestant === "wasm")
  await setWasmBackend(new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm")));
const digits = digitsFrom(file);
const test = digitsFrom(testFile);
const model = buildModel(name);
const warm = { ...digits, count: 5 * batch, pixels: digits.pixels.subarray(0, 3920 * batch) };
warm.labels = digits.labels.subarray(0, 5 * batch);

/** @type {() => Promise<unknown>} */
let epoch;
if (ours) {
  await train(model, warm, { epochs: 1, batchSize: batch, quiet: true });
  epoch = () => train(model, digits, { epochs: 1, batchSize: batch, quiet: true });
} else {
  const scaled = Float32Array.from(digits.pixels, (pixel) => pixel / 255);
  const inputs = tf.tensor4d(scaled, [digits.count, 28, 28, 1]);
  const labels = tf.tensor1d(Float32Array.from(digits.labels));
  const [some, theirs] = [inputs.slice(0, 5 * batch), labels.slice(0, 5 * batch)];
  await model.fit(some, theirs, { epochs: 1, batchSize: batch, verbose: 0 });
  epoch = () => model.fit(inputs, labels, { epochs: 1, batchSize: batch, verbose: 0 });
}

const start = process.cpuUsage();
const seconds = await timed(epoch);
// Processor time of all threads: what another program takes away does not count.
const cpu = process.cpuUsage(start);
// Peak memory of the training, before anything else is measured.
const peak = process.resourceUsage().maxRSS * 1024;
// The product of WebAssembly is not the machine's.
const share =
  contestant === "wasm" ? undefined : await shareOf(epoch, digits.count * operationsOf(layerTable(model)));
const one = digitsFrom(testFile, 1);
const inference = await inferenceOf();
console.log(
  JSON.stringify({
    seconds,
    processor: (cpu.user + cpu.system) / 1e6,
    peak,
    share,
    ...inference,
    versions: versions(),
  }),
);

async function inferenceOf() {
  const all = tf.tensor4d(
    Float32Array.from(test.pixels, (pixel) => pixel / 255),
    [test.count, 28, 28, 1],
  );
  const many = ours ? () => evaluate(model, test) : async () => predict(() => all, 500);
  const single = ours ? () => evaluate(model, one) : async () => predict(() => all.slice(0, 1));
  if (ours) await evaluate(model, digitsFrom(testFile, 500));
  else predict(() => all.slice(0, 500));
  const batches = await timed(many);
  const times = [];
  for (let run = 0; run < 100; run++) times.push(await timed(single));
  return { batches, single: times.sort((a, b) => a - b)[50] };
}

/**
 * @param {() => Tensor} inputs
 * @param {number} [batchSize]
 */
function predict(inputs, batchSize) {
  return tf.tidy(() => {
    const answer = model.predict(inputs(), { batchSize });
    return /** @type {Tensor} */ (answer).dataSync();
  });
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/**
 * @param {string} path
 * @param {number} [count]
 */
function digitsFrom(path, count) {
  const bytes = new Uint8Array(readFileSync(path));
  const all = bytes.length / 785;
  const n = count ?? all;
  return {
    count: n,
    height: 28,
    width: 28,
    pixels: bytes.subarray(0, n * 784),
    labels: bytes.subarray(all * 784, all * 784 + n),
  };
}

function versions() {
  const require = createRequire(import.meta.url);
  /** @param {string} id */
  const of = (id) => require(`${id}/package.json`).version;
  return {
    node: process.versions.node,
    tfjs: of("@tensorflow/tfjs-node"),
    tensorflow: require("@tensorflow/tfjs-node").findBackend("tensorflow").binding.TF_Version ?? "",
  };
}

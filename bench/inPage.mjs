// The worker of bench/chromium.mjs: trains as a lesson's page does, one epoch for each message.
import { evaluate, train } from "../dist/index.js";
import { setWasmBackend } from "../dist/networks/wasm/setWasmBackend.js";
import { buildModel } from "./models.mjs";

/** @import { Task } from "../scripts/bench/run.mjs" */
/** @import { LayersModel } from "../dist/networks/tf.js" */

/** @type {LayersModel} */
let model;

/** @type {Record<string, (task: Task) => Promise<unknown>>} */
const steps = {
  async start({ model: name, batch }) {
    await setWasmBackend(new URL("./", location.href));
    model = buildModel(name);
    await train(model, await digits("train", 5 * batch), { epochs: 1, batchSize: batch, quiet: true });
  },
  async train({ batch }) {
    const set = await digits("train");
    return timed(() => train(model, set, { epochs: 1, batchSize: batch, quiet: true }));
  },
  async read() {
    const [all, one] = [await digits("test"), await digits("test", 1)];
    await evaluate(model, await digits("test", 500));
    const batches = await timed(() => evaluate(model, all));
    const times = [];
    for (let run = 0; run < 100; run++) times.push(await timed(() => evaluate(model, one)));
    return { batches, single: times.sort((a, b) => a - b)[50] };
  },
};

addEventListener("message", async ({ data: { step, task } }) => {
  const done = await steps[step]?.(task).catch((/** @type {Error} */ error) => ({
    failed: String(error.stack),
  }));
  postMessage(done);
});

/**
 * @param {string} name
 * @param {number} [count]
 */
async function digits(name, count) {
  const bytes = new Uint8Array(await (await fetch(name)).arrayBuffer());
  const all = bytes.length / 785;
  const n = count ?? all;
  const labels = bytes.slice(all * 784, all * 784 + n);
  return { count: n, height: 28, width: 28, pixels: bytes.slice(0, n * 784), labels };
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

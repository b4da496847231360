// The column of `npm run bench` that says how near a training comes to what the machine can do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operationsOf, shareOf } from "../../bench/share.mjs";
import { tf } from "../../dist/index.js";
import type { Measured } from "../../scripts/bench/run.mjs";
import { tableOf, wasmShares } from "../../scripts/bench/table.mjs";
import { layerTable, mnistCnn } from "../../src/index.js";

test("useful operations: all layers forward and back, but the gradient of the image", () => {
  const model = mnistCnn({ filters: [2, 3], hiddenUnits: 5 });
  const [first, second] = [24 * 24 * 5 * 5 * 2, 8 * 8 * 5 * 5 * 2 * 3];
  const dense = 4 * 4 * 3 * 5 + 5 * 10;
  assert.equal(operationsOf(layerTable(model)), 2 * (2 * first + 3 * second + 3 * dense));
  model.dispose();
});

test("the first layer that multiplies counts twice, wherever it stands", () => {
  const rows = [0, 7, 0, 11, 0].map((multiplyAdds) => ({ multiplyAdds }));
  assert.equal(operationsOf(rows), 2 * (2 * 7 + 3 * 11));
  assert.equal(operationsOf([]), 0);
});

test("the share of work that is such products is about all, a hundred times the operations in the same time a hundred times that", async () => {
  const size = 512;
  const matrix = tf.ones([size, size]);
  const work = async () => {
    for (let count = 0; count < 10; count++) tf.matMul(matrix, matrix).dispose();
  };
  const operations = 10 * 2 * size ** 3;
  const share = await shareOf(work, operations, size);
  assert.ok(share > 0.2 && share < 5, `${share}`);
  const before = tf.memory().numTensors;
  const more = await shareOf(work, 100 * operations, size);
  assert.ok(more / share > 20 && more / share < 500, `${more / share}`);
  assert.equal(tf.memory().numTensors, before);
  matrix.dispose();
});

test("the table has the share of those that measured it, in percent, and leaves the others empty", () => {
  const run = (share?: number): Measured => ({
    ...{ seconds: 2, processor: 3, peak: 4e8, batches: 1, single: 0.001, versions: {} },
    ...(share === undefined ? {} : { share }),
  });
  const found = { convlab: [run(0.5), run(0.612), run(0.7)], pytorch: [run(), run(), run()] };
  const lines = tableOf({ model: "mnistCnn", batch: 32, found }, 1280).split("\n");
  const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  const at = cells[0]?.indexOf("share of the machine's matrix product") ?? -1;
  assert.ok(at > 0);
  assert.deepEqual(
    cells.map((row) => row[at]),
    ["share of the machine's matrix product", "---", "61 % (50 % to 70 %)", ""],
  );
  assert.deepEqual(new Set(cells.map((row) => row.length)), new Set([cells[0]?.length]));
});

test("WebAssembly is held against TensorFlow.js's own fit, run by run", () => {
  const run = (seconds: number, processor: number): Measured => ({
    ...{ seconds, processor, peak: 4e8, batches: 1, single: 0.001, versions: {} },
  });
  const tfjs = [run(1, 1), run(2, 1), run(3, 1)];
  const runs = [run(2, 4), run(8, 4), run(5, 1)];
  const figures =
    "0.50 (0.25 to 0.60) of the images a second of TensorFlow.js's fit, 0.25 (0.25 to 1.00) by processor time; the aim is 0.5.";
  assert.deepEqual(wasmShares({ tfjs, wasm: runs }), [`On WebAssembly in Node: ${figures}`]);
  assert.deepEqual(wasmShares({ tfjs, chromium: runs }), [`On WebAssembly in Chromium: ${figures}`]);
  assert.deepEqual(wasmShares({ tfjs }), []);
  assert.deepEqual(wasmShares({ wasm: runs }), []);
});

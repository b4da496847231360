import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { promisify } from "node:util";
import { root } from "../lessons/results/sources.js";

const folder = mkdtempSync(join(tmpdir(), "convlab-test-"));
after(() => rmSync(folder, { recursive: true }));

/** As on Node 23 and later, where these are gone. */
const preload = join(folder, "as-on-node-23.cjs");
writeFileSync(
  preload,
  `const util = require("node:util");
for (const name of ["isArray", "isNullOrUndefined"]) delete util[name];
`,
);

const step = (import_: string) => `
import util from "node:util";
const gone = !("isNullOrUndefined" in util) && !("isArray" in util);
const { tf } = ${import_};
const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, activation: "softmax", inputShape: [3] })] });
model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy" });
const loss = await model.trainOnBatch(tf.ones([4, 3]), tf.tensor1d([0, 1, 0, 1]));
console.log(JSON.stringify({ gone, loss }));
`;

const run = (program: string) =>
  promisify(execFile)(
    process.execPath,
    ["--require", preload, "--import", "tsx", "--input-type=module", "--eval", program],
    { cwd: root },
  );

describe("environment", () => {
  it("networks/tf trains one step where Node's util lacks isArray and isNullOrUndefined", async () => {
    const { stdout } = await run(step(`await import("./src/networks/tf.ts")`));
    const { gone, loss } = JSON.parse(stdout) as { gone: boolean; loss: number };
    assert.equal(gone, true, "the helpers were gone before TensorFlow was loaded");
    assert.ok(loss > 0 && loss < 5, String(loss));
  });

  it("plain @tensorflow/tfjs-node does not: the day it does, the repair can go", async () => {
    const plain = step(`{ tf: (await import("@tensorflow/tfjs-node")).default }`);
    await assert.rejects(run(plain), /is(NullOrUndefined|Array)\) is not a function/);
  });
});

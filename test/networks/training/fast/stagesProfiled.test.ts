import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { run } from "../../../../scripts/setup/run.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

// With AVX-512, TensorFlow's `MatMul` corrupts memory when a profiler's signals interrupt it: the process ended within a second.
const training = `
import { loadMnist, mnistCnn, train } from "./dist/index.js";
const { train: digits } = await loadMnist({ trainImages: 1280, testImages: 0 });
await train(mnistCnn({ filters: [2, 4], hiddenUnits: 256 }), digits, { epochs: 8, batchSize: 128, quiet: true });
console.log("trained");
`;

// On some processors TensorFlow ends in any product of matrices then, without us.
const productsAlone = `
import { tf } from "./dist/index.js";
const [a, b] = [tf.randomNormal([1, 128, 784]), tf.randomNormal([1, 784, 256])];
for (const end = Date.now() + 3000; Date.now() < end; ) tf.tidy(() => tf.matMul(a, b));
`;

test("a profiler may look on while it trains", async (t) => {
  mkdirSync(join(root, ".cache", "tests"), { recursive: true });
  const place = mkdtempSync(join(root, ".cache", "tests", "profiled-"));
  const flags = [
    "--cpu-prof",
    "--cpu-prof-interval",
    "200",
    "--cpu-prof-dir",
    place,
    "--input-type=module",
    "-e",
  ];
  const profiled = (program: string) =>
    run(process.execPath, [...flags, program], { cwd: root, timeout: 120_000 });
  try {
    const { code, output } = await profiled(training);
    if (code !== 0 && (await profiled(productsAlone)).code !== 0) {
      t.skip("TensorFlow's products end under a profiler on this processor");
      return;
    }
    assert.deepEqual([code, output.trim().split("\n").at(-1)], [0, "trained"], output.slice(-500));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

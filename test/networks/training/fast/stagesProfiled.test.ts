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

test("a profiler may look on while it trains", async () => {
  mkdirSync(join(root, ".cache", "tests"), { recursive: true });
  const place = mkdtempSync(join(root, ".cache", "tests", "profiled-"));
  const flags = ["--cpu-prof", "--cpu-prof-interval", "200", "--cpu-prof-dir", place];
  try {
    const { code, output } = await run(process.execPath, [...flags, "--input-type=module", "-e", training], {
      cwd: root,
      timeout: 120_000,
    });
    assert.deepEqual([code, output.trim().split("\n").at(-1)], [0, "trained"], output.slice(-500));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

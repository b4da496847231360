import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("train(model, data, options) in a real kernel ends at the stop button and leaves kernel and model usable", async () => {
  const python = join(root, ".venv", "bin", "python");
  const program = join(root, "test", "notebooks", "interrupt.py");
  const { stdout } = await promisify(execFile)(python, [program]);
  const { alive, answered, printed } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
  assert.equal(alive, true, `the kernel died: ${stdout}`);
  assert.ok(answered < 5, `stop took ${answered} s`);
  const accuracy = Number(/accuracy ([\d.]+)/.exec(printed)?.[1]);
  assert.ok(accuracy > 0.5, `the model keeps what it learned: ${printed}`);
  assert.match(printed, /epochs 1/, `a second training runs: ${printed}`);
});

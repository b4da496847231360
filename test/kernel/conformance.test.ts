// The public suite jupyter_kernel_test, on this kernel as Jupyter starts it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

interface Line {
  readonly name: string;
  readonly ok: boolean;
  readonly skipped?: string;
  readonly error?: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.platform === "win32" ? "Scripts" : "bin";

/** What the suite has; a test that went missing would pass unnoticed. */
const expected = [
  "clear_output",
  "completion",
  "display_data",
  "error",
  "execute_result",
  "execute_stderr",
  "execute_stdout",
  "history",
  "inspect",
  "is_complete",
  "kernel_info",
  "pager",
  "recv_iopub_welcome_msg",
];

test("jupyter_kernel_test(the kernel tslab of .venv)", { timeout: 300_000 }, async (t) => {
  const program = spawn(
    join(root, ".venv", folder, "python"),
    [fileURLToPath(new URL("conformance.py", import.meta.url))],
    { cwd: root, env: { ...process.env, KERNEL: "tslab" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  t.after(() => program.kill());
  let noise = "";
  program.stderr.on("data", (data) => {
    noise = (noise + data).slice(-4000);
  });
  const names: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    const { name, ok, skipped, error } = JSON.parse(line) as Line;
    names.push(name.replace(/^.*test_/, ""));
    await t.test(name, () => {
      assert.equal(skipped, undefined);
      assert.ok(ok, `${error}\n${noise}`);
    });
  }
  assert.deepEqual(names.sort(), expected, noise);
});

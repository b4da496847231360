// bench/kernel-scorecard.py beside kernels that die or keep silent: a line in its table, never a crash.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { programOf } from "../../scripts/setup/pip.mjs";
import { run } from "../../scripts/setup/run.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const python = programOf(join(root, ".venv"));
const failing = fileURLToPath(new URL("failing_kernel.py", import.meta.url));

let place: string;

before(() => {
  mkdirSync(join(root, ".cache", "tests"), { recursive: true });
  place = mkdtempSync(join(root, ".cache", "tests", "scorecard-"));
});
after(() => rmSync(place, { recursive: true, force: true }));

/** Registers a kernel that fails so, in the temporary folder. */
function register(name: string, ...mode: string[]): void {
  const folder = join(place, "kernels", name);
  mkdirSync(folder, { recursive: true });
  const argv = [python, failing, "{connection_file}", ...mode];
  writeFileSync(
    join(folder, "kernel.json"),
    JSON.stringify({ argv, display_name: name, language: "typescript" }),
  );
}

/** Runs the scorecard and reads its last table: the cells of each row by its title. */
async function scorecard(...options: string[]) {
  const env = { ...process.env, JUPYTER_PATH: place };
  const args = [join(root, "bench", "kernel-scorecard.py"), "--repetitions", "2", ...options];
  const { code, output } = await run(python, args, { cwd: root, env, timeout: 240_000 });
  const lines = output.split("\n").filter((line) => line.startsWith("| "));
  const rows = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  return { code, output, rows: new Map(rows.map(([, title, ...cells]) => [title, cells.slice(0, -1)])) };
}

test("kernel-scorecard.py times on when a kernel dies, is silent or does not start", async () => {
  register("dies", "dies", "12");
  register("mute", "mute", "3");
  register("exits", "exits");
  const kernels = "dies,mute,exits,ipykernel";
  const { code, output, rows } = await scorecard(
    "--only",
    "timings",
    "--kernels",
    kernels,
    "--patience",
    "15",
  );
  assert.equal(code, 0, output);
  assert.deepEqual(rows.get("")?.slice(0, 4), ["dies", "mute", "exits", "ipykernel"]);

  const ready = rows.get("start to ready") ?? [];
  assert.deepEqual(
    ready.map((cell) => cell.replace(/^\d+$/, "milliseconds")),
    ["milliseconds", "milliseconds", "no answer", "milliseconds"],
  );
  const cells = rows.get("MB over 50 cells") ?? [];
  assert.deepEqual(cells.slice(0, 3), ["no answer", "–", "–"]);
  assert.match(cells[3] ?? "", /^\d+ to \d+$/);

  const [dies, mute, exits, healthy] = rows.get("no answer") ?? [];
  assert.match(dies ?? "", /MB over 50 cells, 3 of 50: died after \d+ s/);
  assert.match(mute ?? "", /a trivial cell, start: silent after \d\d s/);
  assert.match(exits ?? "", /^start to ready, 1 of 2: died at its start after \d+ s/);
  assert.equal(healthy, "–");
});

test("kernel-scorecard.py scores a kernel that dies as no answer", async () => {
  register("dies", "dies", "2");
  register("exits", "exits");
  const { code, output, rows } = await scorecard("--only", "scores", "--kernels", "exits,dies");
  assert.equal(code, 0, output);
  assert.deepEqual(rows.get("history"), ["–", "no answer"]);
  const [exits, dies] = rows.get("no answer") ?? [];
  assert.equal((exits?.split(";") ?? []).length, 1);
  assert.match(dies ?? "", /history, check: died after \d+ s/);
});

test("kernel-scorecard.py refuses a kernel that is not registered", async () => {
  const { code, output } = await scorecard("--kernels", "ours,nobody");
  assert.equal(code, 1);
  assert.match(output, /^Cannot measure the kernel nobody: .*There are ours, .*ipykernel/m);
});

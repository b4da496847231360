import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { exercises } from "../../../src/lessons/exercise/exercise.js";
import { progressOf } from "../../../src/lessons/exercise/progress.js";

const folder = () => mkdtempSync(join(tmpdir(), "convlab-progress-"));
const fileName = "convlab-progress.json";
const root = join(import.meta.dirname, "..", "..", "..");

/** A kernel of its own in which answers are checked; what it prints at the end. */
function kernelIn(place: string, code: string): string {
  const program = `
    import { exercise } from "./src/lessons/exercise/exercise.ts";
    import { progressOf } from "./src/lessons/exercise/progress.ts";
    globalThis[Symbol.for("convlab.kernel")] = { display() {} };
    ${code}`;
  return execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CONVLAB_PROGRESS: place },
  }).trim();
}
const rowOf = (place: string, id: string) => progressOf(place).find((row) => row.exercise === id);

test("progressOf(folder) lists every exercise, also where nothing was done", () => {
  const rows = progressOf(folder());
  assert.deepEqual(
    rows.map((row) => row.exercise),
    exercises(),
  );
  assert.ok(rows.every((row) => !row.done && row.tries === 0));
  assert.deepEqual({ ...rows[0] }, { exercise: "images-and-dense-layers.1", done: false, tries: 0 });
  assert.equal(progressOf(join(folder(), "missing")).length, exercises().length);
});

test("what a kernel has checked is there after a restart, and another kernel goes on from it", () => {
  const place = folder();
  kernelIn(
    place,
    'exercise("convolution.1").check(3); exercise("convolution.1").check(undefined); exercise("convolution.3").check(8);',
  );
  assert.deepEqual(rowOf(place, "convolution.1"), { exercise: "convolution.1", done: false, tries: 1 });
  const printed = kernelIn(
    place,
    'exercise("convolution.1").check(0); exercise("convolution.1").check(-1); exercise("convolution.1").check(-1); console.log(JSON.stringify(progressOf().find((row) => row.exercise === "convolution.1")));',
  );
  assert.deepEqual(JSON.parse(printed), { exercise: "convolution.1", done: true, tries: 3 });
  kernelIn(
    place,
    'exercise("convolution.1").check(5); await exercise("convolution.2").check(async () => 1);',
  );
  assert.deepEqual(rowOf(place, "convolution.1"), { exercise: "convolution.1", done: true, tries: 3 });
  assert.deepEqual(rowOf(place, "convolution.2"), { exercise: "convolution.2", done: false, tries: 1 });
  assert.deepEqual(rowOf(place, "convolution.3"), { exercise: "convolution.3", done: false, tries: 1 });
  assert.deepEqual(readdirSync(place), [fileName], "no drafts are left");
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(join(place, fileName), "utf8"))).sort(), [
    "convolution.1",
    "convolution.2",
    "convolution.3",
  ]);
});

test("a folder that cannot be written stops no lesson, and the kernel remembers for as long as it runs", () => {
  const place = join(folder(), "missing");
  const printed = kernelIn(
    place,
    'console.log(exercise("convolution.1").check(-1).ok, progressOf().filter((row) => row.done).length);',
  );
  assert.equal(printed, "true 1");
});

test("a program without a notebook leaves no file", () => {
  const place = folder();
  kernelIn(place, 'delete globalThis[Symbol.for("convlab.kernel")]; exercise("convolution.1").check(-1);');
  assert.deepEqual(readdirSync(place), []);
});

test("a file that was changed by hand, or is none, is read as far as it can be", () => {
  const place = folder();
  const kept = {
    "convolution.1": { done: "yes", tries: "many" },
    "convolution.2": null,
    "gone.1": { done: true, tries: 1 },
    "convolution.3": { done: true, tries: 2.5 },
  };
  writeFileSync(join(place, fileName), JSON.stringify(kept));
  assert.deepEqual(rowOf(place, "convolution.1"), { exercise: "convolution.1", done: false, tries: 0 });
  assert.deepEqual(rowOf(place, "convolution.3"), { exercise: "convolution.3", done: true, tries: 2 });
  writeFileSync(join(place, fileName), "{ broken");
  assert.equal(progressOf(place).filter((row) => row.done).length, 0);
  kernelIn(place, 'exercise("convolution.1").check(-1);');
  assert.equal(rowOf(place, "convolution.1")?.done, true);
});

test("progressOf(folder) is a table where it is shown, and text for a spreadsheet", () => {
  const place = folder();
  writeFileSync(
    join(place, fileName),
    JSON.stringify({ "convolution.1": { done: true, tries: 3 }, "mnist-cnn.2": { done: false, tries: 1 } }),
  );
  const rows = progressOf(place);
  const bundle = rows[jupyterDisplay]();
  assert.match(
    String(bundle["text/plain"]),
    /^1 of \d+ exercises are done\.[\s\S]*03\.1 +One sum by hand +✓ +3\n[\s\S]*0\d\.2 .*not yet +1\n/,
  );
  assert.match(String(bundle["text/html"]), /<table/);
  const lines = rows.csv().trimEnd().split("\n");
  assert.equal(lines[0], "exercise,number,title,done,tries");
  assert.equal(lines.length, exercises().length + 1);
  assert.ok(lines.includes('convolution.1,03.1,"One sum by hand",true,3'));
  assert.deepEqual(
    Object.keys(rows),
    rows.map((_, index) => String(index)),
    "to a program it is a list",
  );
});

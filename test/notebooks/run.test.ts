import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { code, type Notebook, notebook, prose } from "./notebook.js";

interface Result {
  ok: boolean;
  seconds: number;
  bytes?: number;
  message?: string;
}
type Run = (root: string, lesson: string, options?: Record<string, unknown>) => Promise<Result>;

const root = join(import.meta.dirname, "..", "..");
const { runLesson } = (await import(join(root, "scripts", "notebooks", "run.mjs"))) as { runLesson: Run };
mkdirSync(join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(join(root, ".cache", "test-run-"));
after(() => rmSync(folder, { recursive: true }));

/** Writes the notebook, runs it, and returns what came out. */
async function run(name: string, input: Notebook, options: Record<string, unknown> = {}) {
  const path = join(folder, `${name}.ipynb`);
  const written = join(folder, "out", `${name}.ipynb`);
  writeFileSync(path, JSON.stringify(input));
  const result = await runLesson(root, path, { write: written, timeout: 60, ...options });
  const output = existsSync(written) ? (JSON.parse(readFileSync(written, "utf8")) as Notebook) : undefined;
  return { result, output, path, written };
}

const printed = (output: Notebook | undefined, id: string) =>
  JSON.stringify(output?.cells.find((cell) => cell.id === id)?.outputs ?? []);

test("runLesson(good notebook, quick) injects after `parameters`, writes a tidy form, leaves the source alone", async () => {
  const input = notebook(
    [
      prose("title", "# A lesson"),
      code("parameters", "let epochs: number = 10;", { metadata: { tags: ["parameters"] } }),
      code("use", 'console.log("epochs:", epochs);', { execution_count: 17 }),
      code("empty", ""),
      code("twice", 'console.log("a"); console.error("b"); console.log("c");'),
      code(
        "controls",
        'import { live, slider } from "convlab"; await live([slider({ label: "n", max: 3 })], String);',
      ),
    ],
    { convlab: { quick: { epochs: 1 } }, widgets: { stray: true } },
  );
  const before = JSON.stringify(input);
  const seen: number[] = [];
  const { result, output, path } = await run("good", input, {
    quick: true,
    onProgress: ({ done }: { done: number }) => seen.push(done),
  });
  assert.deepEqual([result.ok, result.message], [true, undefined]);
  assert.deepEqual(seen, [0, 1, 2, 3, 4, 5]);
  assert.equal(readFileSync(path, "utf8"), before);
  const ids = output?.cells.map((cell) => cell.id);
  assert.deepEqual(ids, ["title", "parameters", "injected-parameters", "use", "empty", "twice", "controls"]);
  assert.deepEqual(
    output?.cells.map((cell) => cell.execution_count),
    [undefined, 1, 2, 3, null, 4, 5],
  );
  const controls = JSON.parse(printed(output, "controls")) as { data: Record<string, unknown> }[];
  assert.deepEqual(Object.keys(controls[0]?.data ?? {}).sort(), ["image/png", "text/plain"]);
  assert.match(printed(output, "use"), /epochs: 1\\n/);
  assert.deepEqual(Object.keys(output?.metadata ?? {}).sort(), ["convlab", "kernelspec", "language_info"]);
  assert.deepEqual(output?.cells[1]?.metadata, { tags: ["parameters"] });
  assert.deepEqual(output?.cells[3]?.metadata, {});
});

test("runLesson(full form) uses the parameters as they stand", async () => {
  const parameters = code("parameters", "let epochs = 10;", { metadata: { tags: ["parameters"] } });
  const use = code("use", 'console.log("epochs:", epochs);');
  const { output } = await run("full", notebook([parameters, use], { convlab: { quick: { epochs: 1 } } }));
  assert.match(printed(output, "use"), /epochs: 10\\n/);
});

const rejected: [name: string, source: string, expected: RegExp][] = [
  [
    "a thrown error",
    'throw new RangeError("too wide");',
    /cell 2 \(bad\) was answered `error`[\s\S]*too wide/,
  ],
  [
    "a type error",
    "const width: number = 'wide';",
    /cell 2 \(bad\) was answered `error`[\s\S]*not assignable/,
  ],
  ["an error behind a tag that allows it", "null!.x;", /cell 2 \(bad\) was answered `error`/],
  ["an exception written to stderr", "console.error(new Error('quiet'));", /wrote an exception to stderr/],
  ["a dead kernel", "process.kill(process.ppid, 'SIGKILL'); await new Promise(() => {});", /the kernel died/],
];
for (const [name, source, expected] of rejected) {
  test(`runLesson(${name}) fails, says which cell, writes nothing`, async () => {
    const bad = code("bad", source, { metadata: { tags: ["raises-exception"] } });
    const { result, output } = await run(
      name.replaceAll(" ", "-"),
      notebook([code("first", "1 + 1"), bad, code("after", "2")]),
    );
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", expected);
    assert.equal(output, undefined);
  });
}

const unwritable: [name: string, source: string, expected: RegExp][] = [
  ["a path of this machine", "console.log(process.cwd());", /cell bad shows the absolute path \//],
  ["too many bytes", 'console.log("x".repeat(1_100_000));', /bytes, above 1,000,000/],
];
for (const [name, source, expected] of unwritable) {
  test(`runLesson(outputs with ${name}) fails and writes nothing`, async () => {
    const { result, output } = await run(name.replaceAll(" ", "-"), notebook([code("bad", source)]));
    assert.equal(result.ok, false);
    assert.match(result.message ?? "", expected);
    assert.equal(output, undefined);
  });
}

test("runLesson(quick value without its `let`) fails before anything runs", async () => {
  const parameters = code("parameters", "const epochs = 10;", { metadata: { tags: ["parameters"] } });
  const input = notebook([parameters], { convlab: { quick: { epochs: 1 } } });
  const { result } = await run("no-let", input, { quick: true });
  assert.match(result.message ?? "", /Cannot inject the quick value epochs/);
});

test("runLesson(stopped in the middle of a cell) ends its kernel", async () => {
  const stop = new AbortController();
  const endless = code("endless", "await new Promise((resolve) => setTimeout(resolve, 60_000));");
  const running = run("stopped", notebook([code("first", "1"), endless]), {
    signal: stop.signal,
    onProgress: ({ done }: { done: number }) => done === 1 && setTimeout(() => stop.abort(), 500),
  });
  const { result } = await running;
  assert.equal(result.ok, false);
  const inFolder = () =>
    execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.includes("tslab") && cwdOf(line.trim().split(" ")[0] ?? "") === folder);
  for (let tries = 0; tries < 50 && inFolder().length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(inFolder(), []);
});

function cwdOf(pid: string): string {
  try {
    return execFileSync("readlink", [`/proc/${pid}/cwd`], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

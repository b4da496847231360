// Other people's notebook tools on small notebooks: what is right passes, what is wrong fails.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root, toolsEnvironment } from "./toolsEnvironment.js";

interface Cell {
  readonly source: string;
  readonly tags?: readonly string[];
  readonly outputs?: readonly object[];
}

let folder: string;
let program: (name: string) => string;
before(async () => {
  program = await toolsEnvironment();
  folder = mkdtempSync(join(tmpdir(), "convlab-tools-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function notebook(name: string, cells: readonly Cell[]): string {
  const path = join(folder, name);
  const metadata = {
    kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
    language_info: { name: "typescript" },
  };
  const written = cells.map(({ source, tags = [], outputs = [] }, at) => ({
    cell_type: "code",
    id: `cell-${at}`,
    execution_count: outputs.length > 0 ? at + 1 : null,
    metadata: { tags },
    outputs,
    source,
  }));
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: written }));
  return path;
}

const result = (text: string, count: number) => ({
  output_type: "execute_result",
  execution_count: count,
  metadata: {},
  data: { "text/plain": text },
});

/** Runs a tool with the kernel of this checkout. */
function run(name: string, args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const env = {
    ...process.env,
    JUPYTER_PATH: join(root, ".venv", "share", "jupyter"),
    JUPYTER_PREFER_ENV_PATH: "1",
  };
  return new Promise((resolve) => {
    const child = spawn(program(name), args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
    child.on("close", (code) => resolve({ code, said }));
  });
}

const right = [{ source: "const one = 1" }, { source: "one + 1" }];
const wrongs: [name: string, cells: readonly Cell[], says: RegExp][] = [
  ["throws.ipynb", [...right, { source: 'throw new RangeError("too far")' }], /too far/],
  ["untyped.ipynb", [...right, { source: 'const two: number = "2"' }], /TS2322/],
];

const execute = `
import sys, nbformat
from nbclient import NotebookClient
book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, timeout=120, kernel_name="tslab").execute()
nbformat.write(book, sys.argv[1])
`;

test("nbclient tells right from wrong, and runs the cells after an expected error", async () => {
  const good = notebook("good.ipynb", right);
  const ran = await run("python", ["-c", execute, good]);
  assert.equal(ran.code, 0, ran.said);
  assert.equal(JSON.parse(readFileSync(good, "utf8")).cells[1].outputs[0].data["text/plain"].toString(), "2");
  for (const [name, cells, says] of wrongs) {
    const { code, said } = await run("python", ["-c", execute, notebook(name, cells)]);
    assert.notEqual(code, 0, name);
    assert.match(said, says);
  }
  const expected = notebook("expected.ipynb", [
    { source: 'throw new Error("meant")', tags: ["raises-exception"] },
    { source: '"ran"' },
  ]);
  assert.equal((await run("python", ["-c", execute, expected])).code, 0);
  const { cells } = JSON.parse(readFileSync(expected, "utf8"));
  assert.equal(cells[0].outputs[0].output_type, "error");
  assert.equal(cells[1].outputs[0].data["text/plain"].toString(), "'ran'");
});

test("nbmake tells right from wrong", async () => {
  const good = await run("pytest", [
    "--nbmake",
    "-q",
    "-p",
    "no:cacheprovider",
    notebook("good.ipynb", right),
  ]);
  assert.equal(good.code, 0, good.said);
  const paths = wrongs.map(([name, cells]) => notebook(name, cells));
  const bad = await run("pytest", ["--nbmake", "-q", "-p", "no:cacheprovider", ...paths]);
  assert.match(bad.said, /2 failed/);
  for (const [, , says] of wrongs) assert.match(bad.said, says);
});

test("nbval compares outputs", async () => {
  const args = ["--nbval", "-q", "-p", "no:cacheprovider"];
  const [, sum = { source: "" }] = right;
  const same = notebook("same.ipynb", [...right.slice(0, 1), { ...sum, outputs: [result("2", 2)] }]);
  const ran = await run("pytest", [...args, same]);
  assert.equal(ran.code, 0, ran.said);
  const other = notebook("other.ipynb", [...right.slice(0, 1), { ...sum, outputs: [result("3", 2)] }]);
  const bad = await run("pytest", [...args, other]);
  assert.match(bad.said, /1 failed, 1 passed/);
  for (const [name, cells] of wrongs)
    assert.match((await run("pytest", [...args, notebook(name, cells)])).said, /1 failed/);
});

test("papermill puts parameters in, and tells right from wrong", async () => {
  const script = join(root, "scripts", "papermill_typescript.py");
  const source = notebook("parameters.ipynb", [
    { source: 'let epochs = 1; let name = "a"; let options: any = null;', tags: ["parameters"] },
    { source: "JSON.stringify([epochs, name, options])" },
  ]);
  const done = join(folder, "done.ipynb");
  const yaml = 'options: { rate: 0.5, deep: [true, null, "x\\"y"] }';
  const ran = await run("python", [
    script,
    source,
    done,
    "-p",
    "epochs",
    "3",
    "-p",
    "name",
    "é'",
    "-y",
    yaml,
  ]);
  assert.equal(ran.code, 0, ran.said);
  const { cells } = JSON.parse(readFileSync(done, "utf8"));
  assert.match(
    [cells[2].outputs[0].data["text/plain"]].flat().join(""),
    /\[3,"é\\?'",\{"rate":0\.5,"deep":\[true,null,"x/,
  );
  for (const [name, wrong, says] of wrongs) {
    const { code, said } = await run("python", [script, notebook(name, wrong), done]);
    assert.notEqual(code, 0, name);
    assert.match(said, says);
  }
});

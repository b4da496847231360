// Cells of JavaScript: syntax and names are told, types are not.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { CompileError } from "../../src/kernel/compile/error.js";
import { Notebook } from "./notebook.js";
import { errorText, Program } from "./program.js";

const folder = mkdtempSync(join(tmpdir(), "javascript-"));
after(() => rmSync(folder, { recursive: true }));
const fresh = (): Notebook => new Notebook(folder, "javascript");

function faultsOf(notebook: Notebook, source: string): string[] {
  try {
    notebook.compiler.compile(source, ++notebook.cell);
  } catch (error) {
    assert.ok(error instanceof CompileError, String(error));
    return error.diagnostics.map(({ line, column, code }) => `${line}:${column} TS${code}`);
  }
  return [];
}

test("what TypeScript would refuse for its types runs", async () => {
  const cases: [cells: string[], result: unknown][] = [
    [["let x = 1;", "x = 'text'; x.length"], 4],
    [["function f(a, b) { return arguments.length; }", "f(1) + f(1, 2, 3)"], 4],
    [["const o = {}; o.a = 4;", "o.b = o.a + 1; o.b"], 5],
    [["function P() { this.a = 1; }\nP.prototype.m = function () { return this.a; };", "new P().m()"], 1],
    [["class A { constructor() { this.z = 3; } }", "class B extends A {}\nnew B().z"], 3],
    [["/** @type {Absent} */ let g = 3;", "g.nothing"], undefined],
    [["/** @param {number} n @returns {string} */\nconst s = (n) => String(n);", "s('7')"], "7"],
    [
      [
        "const fs = require('fs'), { join } = require('node:path');",
        "typeof fs.readFileSync + join('a', 'b')",
      ],
      "functiona/b",
    ],
    [["module.exports = { a: 1 }; exports.b = 2; const w = 3;", "w"], 3],
    [["const type = 1, as = 2, interface_ = 3;", "type + as + interface_"], 6],
    [["const n = 3; n < 4 > (5)"], false],
    [["const { a, ...rest } = { a: 1, b: 2 };", "{ a, rest }"], { a: 1, rest: { b: 2 } }],
    [["import { basename } from 'node:path';", "basename('/x/y')"], "y"],
    [
      ["const g = function* () { yield 1; yield 2; };", "[...g()]"],
      [1, 2],
    ],
    [["const late = await Promise.resolve(5);", "late"], 5],
    [
      [
        "const mark = (_, { name }) => function () { return name; };\nclass D { @mark m() {} }",
        "new D().m()",
      ],
      "m",
    ],
    [["/** @jsx h */\nconst h = (tag) => tag;\n<p/>"], "p"],
    [["export const shared = 1; export default 4;", "shared"], 1],
    [["'abc'.absent"], undefined],
    [["1 +\n  1 // the end"], 2],
  ];
  for (const [cells, result] of cases) {
    const notebook = fresh();
    let given: unknown;
    for (const source of cells) given = await notebook.run(source);
    assert.deepEqual(given, result, cells.join("\n--\n"));
  }
});

test("syntax and names are told where they stand, also after names of earlier cells", async () => {
  const notebook = fresh();
  await notebook.run("let known = 1; const fixed = 2; class Known {}");
  const cases: Record<string, string[]> = {
    "known +;": ["1:8 TS1109"],
    "known;\nstrange + 1": ["2:1 TS2304"],
    "known + unknown": ["1:9 TS2693"],
    "let given = 1; givenn": ["1:16 TS2552"],
    "fixed = 3": ["1:1 TS2632"],
    "const a = 1;\na = 2;": ["2:1 TS2588"],
    "const b = 1; let b = 2;": ["1:7 TS2451", "1:18 TS2451"],
    "import x from 'absent';": ["1:15 TS2307"],
    "import { absent } from 'node:fs';": ["1:10 TS2305"],
    "c; let c = 1;": ["1:1 TS2448"],
    "({ missing })": ["1:4 TS18004"],
    "label: { break nowhere; }": ["1:10 TS1116"],
    "known; const n: number = 1;": ["1:17 TS8010"],
    "known; interface A {}": ["1:18 TS8006"],
    "enum E { A }": ["1:6 TS8006"],
    "type T = string;": ["1:6 TS8008"],
    "known as any": ["1:10 TS8016"],
    "known!": ["1:1 TS8013"],
    "function f(a?: number) {}": ["1:13 TS8009", "1:16 TS8010"],
    "new Known(1, 2); known.absent; known(); 'a' - 1": [],
  };
  for (const [source, faults] of Object.entries(cases))
    assert.deepEqual(faultsOf(notebook, source), faults, source);
});

test("types are told where a cell or the jsconfig.json asks for it", () => {
  const source = "'a' - 1";
  assert.deepEqual(faultsOf(fresh(), source), []);
  assert.deepEqual(faultsOf(fresh(), `// @ts-check\n${source}`), ["2:1 TS2362"]);
  const file = join(folder, "jsconfig.json");
  writeFileSync(file, '{ "compilerOptions": { "checkJs": true } }');
  assert.deepEqual(faultsOf(fresh(), source), ["1:1 TS2362"]);
  rmSync(file);
});

test("completion and inspection know types, those of doc comments too", async () => {
  const notebook = fresh();
  await notebook.run(
    "/** Doubles.\n * @param {number} n\n * @returns {string}\n */\nfunction twice(n) { return '' + 2 * n; }",
  );
  await notebook.run("const path = require('node:path');");
  const texts = (source: string) =>
    notebook.compiler.complete(source, source.length).matches.map(({ text }) => text);
  assert.deepEqual(texts("twice(1).toUpperC"), ["toUpperCase"]);
  assert.deepEqual(texts("path.basen"), ["basename"]);
  const found = notebook.compiler.inspect("twice(1)", 2);
  assert.equal(found?.signature, "function twice(n: number): string");
  assert.match(found.documentation, /^Doubles\./);
  assert.equal(notebook.compiler.isComplete("function f() {").status, "incomplete");
  assert.equal(notebook.compiler.isComplete("const a = <b").status, "incomplete");
});

describe("on the wire", () => {
  let kernel: Program;
  before(async () => {
    kernel = await Program.start(".", {}, ["--js"]);
  });
  after(() => kernel.close());

  test("says what it is", async () => {
    const { language_info: language, banner } = await kernel.ask("kernel_info_request");
    assert.deepEqual(
      [language.name, language.mimetype, language.file_extension],
      ["javascript", "text/javascript", ".js"],
    );
    assert.equal(language.version, process.versions.node);
    assert.match(banner, /JavaScript/);
  });

  test("runs cells, names places in the reader's lines, and stays JavaScript after its process has ended", async () => {
    assert.equal((await kernel.run("let a = 1; a = 'b'; a")).result, "'b'");
    const thrown = await kernel.run(
      "const f = () => {\n  for (const x of [1]) throw new Error(a);\n};\n\nf();",
    );
    assert.match(errorText(thrown), /Cell \[2\]:2:30[\s\S]*Cell \[2\]:5:1/);
    await kernel.run("process.exit(0)");
    assert.equal((await kernel.run("let b = 1; b = 'c'; b")).result, "'c'");
  });
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createCompiler } from "../../../src/kernel/compile/compiler.js";
import { CompileError } from "../../../src/kernel/compile/error.js";
import type { CellCompiler } from "../../../src/kernel/compile/types.js";
import ts from "../../../src/kernel/compile/typescript.cjs";
import { ServiceChecker } from "./serviceChecker.js";

const folder = fileURLToPath(new URL("../../../notebooks", import.meta.url));
const lessons = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

function cellsOf(lesson: string): string[] {
  const { cells } = JSON.parse(readFileSync(join(folder, lesson), "utf8")) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  return code.map(({ source }) => (typeof source === "string" ? source : source.join("")));
}

/** How many cells with a mistake are compared; the service needs a tenth of a second for each. */
const wanted = Number(process.env.CONVLAB_MUTATED_CELLS ?? 100);

/** A cell with one mistake of a common kind; undefined where the cell has no place for it. */
const mutations: ((source: string) => string)[] = [
  (source) => source.replace(/\b\d+\b/, '"text"'),
  (source) => source.replace(/(\w)\.([a-z]\w*)\b/, "$1.$2zz"),
  (source) => source.replace(/\bconst (\w+) =/, "const $1: boolean ="),
  (source) => source.replace(/\(([^()]+)\)/, "($1, 1)"),
  (source) => source.replace(/\b([a-z]\w+)\(/, "$1zz("),
  (source) => source.replace(/[)}\]](?=[^)}\]]*$)/, ""),
];

/** What a compiler makes of a cell: code, names and modules, or each error with its place and text. */
function verdict(compiler: CellCompiler, source: string, cell: number): unknown {
  try {
    const { code, isAsync, modules, names } = compiler.compile(source, cell);
    return { code, isAsync, modules, names };
  } catch (error) {
    assert.ok(error instanceof CompileError, String(error));
    return error.diagnostics.map(({ line, column, code, message }) => [line, column, code, message]);
  }
}

/** A text with the members of quoted unions in order: TypeScript writes them as it first met them, in all that it checked before. */
const inAnyOrder = (text: string) =>
  text.replace(/'[^']*\|[^']*'/g, (type) =>
    type
      .split(/[\s|'()]+/)
      .sort()
      .join(" "),
  );

/**
 * A verdict as text. Below its first line an error may name the one member of a union that does not fit: the one first met,
 * too, so these reasons are compared apart.
 */
function comparable(verdict: unknown, withReasons: boolean): string {
  const text = JSON.stringify(verdict, (key, value) =>
    typeof value === "string" && key !== "code" && !withReasons ? value.split("\n", 1)[0] : value,
  );
  return inAnyOrder(text);
}

test("verdicts, names and texts are the language service's: all cells of the lessons, and others with a mistake", {
  timeout: 20 * 60_000, // the service is slow, and so may the machine be
}, () => {
  const counts = { cells: 0, mutated: 0, refused: 0, otherReasons: 0 };
  const others: string[] = [];
  for (const [at, lesson] of lessons.entries()) {
    const kept = createCompiler({ folder });
    const service = createCompiler({ folder, checker: new ServiceChecker(folder) });
    let cell = 0;
    // A tenth more: the last lesson has few cells.
    let left = Math.ceil((1.1 * wanted - counts.mutated) / (lessons.length - at));
    const compare = (source: string): unknown => {
      cell++;
      const [ours, theirs] = [verdict(kept, source, cell), verdict(service, source, cell)];
      if (comparable(ours, true) !== comparable(theirs, true)) counts.otherReasons++;
      if (comparable(ours, false) !== comparable(theirs, false)) {
        others.push(
          `${lesson}:\n${source}\n  ours ${JSON.stringify(ours)}\n  theirs ${JSON.stringify(theirs)}`,
        );
      }
      return ours;
    };
    for (const [index, source] of cellsOf(lesson).entries()) {
      for (const [kind, mutate] of mutations.entries()) {
        const mutated = mutate(source);
        if (mutated === source || left <= 0 || (index + kind) % Math.max(1, Math.floor(1500 / wanted)) !== 0)
          continue;
        left--;
        counts.mutated++;
        if (Array.isArray(compare(mutated))) counts.refused++;
        // A mutated cell that passes must not be what later cells build on.
        for (const compiler of [kept, service]) compiler.remember(cell, []);
      }
      counts.cells++;
      compare(source);
    }
  }
  assert.equal(others.length, 0, others.slice(0, 5).join("\n\n"));
  assert.ok(counts.mutated >= wanted && counts.refused > 0.8 * wanted, JSON.stringify(counts));
  assert.ok(
    counts.otherReasons <= 0.02 * counts.refused,
    `other reasons below an error's first line: ${JSON.stringify(counts)}`,
  );
});

/** Cells, and what is wrong with the last one: places and codes. */
type Case = [cells: string[], faults: string[]];

function faultsOf(cells: readonly string[], inFolder = folder): string[] {
  const compiler = createCompiler({ folder: inFolder });
  let faults: string[] = [];
  for (const [at, source] of cells.entries()) {
    const found = verdict(compiler, source, at + 1);
    faults = Array.isArray(found) ? found.map(([line, column, code]) => `${line}:${column} ${code}`) : [];
  }
  return faults;
}

test("what concerns other lines or other files: directives, declarations of globals, strictness", () => {
  const cases: Case[] = [
    [["// @ts-ignore\nconst a: string = 1;"], []],
    [["// @ts-expect-error\nconst a: string = 1;"], []],
    [["const b = 1;\n// @ts-expect-error\nconst a: number = 1;"], ["2:1 2578"]],
    [["// @ts-ignore\n// a word more\nconst a: string = 1; const b: string = 2;"], []],
    [["// @ts-ignore\nconst a = 1;\nconst b: string = 2;"], ["3:7 2322"]],
    [["const f = (x) => x; f(1)"], []],
    [["// @strict\nconst f = (x) => x; f(1)"], ["2:12 7006"]],
    [["// @strict\n1", "const f = (x) => x;"], ["1:12 7006"]],
    [["// @strict\n1", "// @strict false\nconst f = (x) => x;"], []],
    [["declare global { interface Window2 { a: number } var shared: Window2 }", "shared.a + 1"], []],
    [["declare global { interface Array<T> { second(): T } }", "[1].second().toFixed()"], []],
    [["declare global { interface Array<T> { second(): T } }", "[1].second().foo"], ["1:14 2339"]],
    [["declare global { var shared: number }\nconst a: string = 1;", "shared"], ["1:1 2304"]],
    [
      [
        "type Mine = { a: number };",
        "declare global { interface String { mine: Mine } }",
        "const first = 'x'.mine;",
        "first.b",
      ],
      ["1:7 2339"],
    ],
    [["class A { #x = 1; same(o: A) { return #x in o } }", "new A().same(new A()) + 'x'"], []],
    [["let x = 1;", "let x = 'a';", "x.length"], []],
    [["const f = () => g(); function g() { return 1 }", "function g() { return 'a' }", "f().toFixed()"], []],
  ];
  for (const [cells, faults] of cases) assert.deepEqual(faultsOf(cells), faults, cells.join("\n--\n"));
});

test("an error is told as fully after other errors and after completions as at first", () => {
  const compiler = createCompiler({ folder });
  const source = "const shape: { size: { width: number } } = { size: { width: 'wide' } }; shape.sizes; foo()";
  const first = verdict(createCompiler({ folder }), source, 1);
  for (let cell = 1; cell < 6; cell++) {
    assert.deepEqual(verdict(compiler, source, cell), first);
    compiler.complete(source, source.length - "s; foo()".length);
    compiler.inspect(source, 8);
  }
});

test("messages name no file of the kernel", () => {
  const compiler = createCompiler({ folder });
  compiler.compile("class Net { layers = 1 }\nlet net = new Net();", 1);
  const found = verdict(compiler, "net = { layers: 'two' }; const other: number = net; Net.foo", 2);
  assert.match(JSON.stringify(found), /Net/);
  assert.doesNotMatch(JSON.stringify(found), /__|import\(/);
});

test("what the running Node has compiles, and nothing else", () => {
  const cases: [source: string, has: boolean][] = [
    ["Object.groupBy([1], (x) => x % 2)", "groupBy" in Object],
    ["Map.groupBy([1], (x) => x % 2)", "groupBy" in Map],
    ["new Set([1]).union(new Set([2]))", "union" in Set.prototype],
    ["[1, 2].values().map((x) => x + 1).toArray()", "Iterator" in globalThis],
    ["Iterator.from([1])", "Iterator" in globalThis],
    ["Promise.withResolvers<number>()", "withResolvers" in Promise],
    ["Promise.try(() => 1)", "try" in Promise],
    ["'a'.isWellFormed()", "isWellFormed" in String.prototype],
    ["Array.fromAsync([1])", "fromAsync" in Array],
    ["new ArrayBuffer(8).transfer(16)", "transfer" in ArrayBuffer.prototype],
    ["new Float16Array(2)", "Float16Array" in globalThis],
    ["Symbol.dispose", "dispose" in Symbol],
    ["[3, 1].toSorted()", true],
    ["/[\\p{L}--[a-z]]/v.test('é')", true],
    ["structuredClone({ a: 1 })", true],
  ];
  for (const [source, has] of cases) assert.equal(faultsOf([source]).length === 0, has, source);
});

test("completion and inspection are the language service's", () => {
  const cells = [
    "/** A point. */\ninterface Point { x: number; y?: string }\nconst origin: Point = { x: 0 };",
    "/** Adds. */\nfunction add(a: number, b = 1) { return a + b }\nlet list = [1, 2];",
    'import * as path from "node:path";\nclass Net<T> { private w = 1; /** Runs. */ run(x: T) { return x } }',
  ];
  const kept = createCompiler({ folder });
  const checker = new ServiceChecker(folder);
  const service = createCompiler({ folder, checker });
  for (const [at, cell] of cells.entries()) {
    kept.compile(cell, at + 1);
    service.compile(cell, at + 1);
  }
  const marked = [
    "origin.|",
    "list.ma|",
    "path.|",
    "new Net<string>().|",
    "Math.|",
    "`$" + "{origin.|}`",
    "const p: Poi|",
    "ad|",
    "[1].|map",
    "import { readF| } from 'node:fs'",
    "for (const a of list) { a.| }",
    "({ x: 1 } as Point).|",
    "const o = { one: 1, two: { three: 3 } };\no.two.|",
    "origin?.|",
    "process.|",
    "type T = keyof Point;\nconst k: T = '|'",
    "add(|",
    "// origin.|",
    "'origin.|'",
    "[...ori|]",
    "// It ends with a dot.\nori|",
    "origin['|']",
    "const { | } = origin",
    "const p: Point = { x: 1, | }",
    "import { | } from 'node:path'",
    "new N|",
    "let n: N|",
    "class A { #b = 1; c() { this.| } }",
    "enum E { A, B }\nE.|",
    "outer: for (;;) { break ou| }",
    "list.map((item) => { item.to|",
    "const f = (p: Point) => p.|",
    "switch (list) { case |",
    "return|",
  ];
  for (const each of marked) {
    const source = each.replace("|", "");
    const offset = each.indexOf("|");
    const found = kept.complete(source, offset).matches;
    service.complete(source, offset);
    const { path } = checker.open(checker.latest);
    const place = checker.latest.indexOf(source) + offset;
    const expected = checker.service.getCompletionsAtPosition(path, place, {});
    const before = /[\w$]*$/.exec(each.slice(0, each.indexOf("|")))?.[0] ?? "";
    const names = (expected?.entries ?? [])
      .filter(({ name, kind }) => kind !== "warning" && !name.startsWith("__") && name.startsWith(before))
      .map(({ name }) => name);
    assert.deepEqual(
      found
        .map(({ text }) => text)
        .filter((name) => !name.startsWith("__"))
        .toSorted(),
      names.toSorted(),
      each,
    );
  }
  for (const each of [
    "or|igin.x",
    "origin.|x",
    "a|dd(1)",
    "new Net<string>().ru|n",
    "li|st",
    "path.jo|in",
    "Mat|h.max",
  ]) {
    const source = each.replace("|", "");
    const offset = each.indexOf("|");
    service.inspect(source, offset);
    const { path } = checker.open(checker.latest);
    const info = checker.service.getQuickInfoAtPosition(path, checker.latest.indexOf(source) + offset);
    const found = kept.inspect(source, offset);
    const signature = ts.displayPartsToString(info?.displayParts);
    assert.ok(
      signature.includes(found?.signature.replace(/^function /, "") ?? "nothing"),
      `${each}: ${signature}`,
    );
    assert.ok(found?.documentation.startsWith(ts.displayPartsToString(info?.documentation)), each);
  }
});

test("a long literal is read once: later cells, after an error too, know its type without it", () => {
  const rows: ((at: number) => string)[] = [
    (at) => `${at}`,
    (at) => `[${at}, ${at}, "x${at}"]`,
    (at) => `{ x: ${at}, name: "n", inner: { y: [${at}], z: null } }`,
    (at) => (at % 2 === 0 ? "{ a: 1 }" : '{ b: "x" }'),
  ];
  for (const row of rows) {
    const compiler = createCompiler({ folder });
    const literal = Array.from({ length: 20_000 }, (_, at) => row(at)).join(",\n");
    compiler.compile(`const data = [${literal}];`, 1);
    assert.throws(() => compiler.compile("data.nothing", 2), CompileError);
    const before = performance.now();
    compiler.compile("const first = data[0]; data.length", 3);
    const took = performance.now() - before;
    assert.ok(took < 200, `${row(1)}: ${took} ms`);
  }
});

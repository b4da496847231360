import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Notebook } from "../notebook.js";

const folder = mkdtempSync(join(tmpdir(), "meaning-cases-"));
after(() => {
  rmSync(folder, { recursive: true });
});

/** Cells run one after another, and what the last one gives. */
type Case = readonly [cells: readonly string[], result: unknown];

async function runAll(cases: readonly Case[], notebook = new Notebook(folder)): Promise<void> {
  for (const [cells, result] of cases) {
    let given: unknown;
    for (const source of cells) given = await notebook.run(source);
    assert.deepEqual(given, result, cells.join("\n--\n"));
  }
}

/** An object of one cell that looks at the variables `sum` and `count`, and what a loop of the next one sees of it. */
const lookers: readonly (readonly [declared: string, look: string, seen: unknown])[] = [
  ["const h: any = { get mean() { return sum / count } };", "h.mean", [2, 3, 4]],
  ["const h: any = { set add(x: number) { sum += x } };", "((h.add = 1), sum)", [3, 8, 15]],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the cell
  ["const h: any = { toString() { return String(sum) } };", "`${h}`", ["2", "6", "12"]],
  ["const h: any = { valueOf() { return count } };", "h * 2", [2, 4, 6]],
  ["const h: any = { [Symbol.toPrimitive]: () => count };", "h > 1", [false, true, true]],
  [
    "const h: any = { *[Symbol.iterator]() { yield sum; yield count } };",
    "[...h]",
    [
      [2, 1],
      [6, 2],
      [12, 3],
    ],
  ],
  ["const h: any = new Proxy({}, { get: () => sum });", "h.any", [2, 6, 12]],
  ["const h: any = new Proxy({}, { has: () => count > 1 });", "'x' in h", [false, true, true]],
  ["const h: any = { [Symbol.hasInstance]: () => (sum = 0) };", "({}) instanceof h || sum", [0, 0, 0]],
  ["class H { static get twice() { return 2 * count } }; const h = H;", "h.twice", [2, 4, 6]],
  ["class H { #own = () => sum; get x() { return this.#own() } }; const h = new H();", "h.x", [2, 6, 12]],
  ["const h = (parts: any) => parts[0] + count;", "h`n`", ["n1", "n2", "n3"]],
  ["const h: any = eval('(() => sum)');", "h()", [2, 6, 12]],
  ["const h = (text: string) => eval(text);", "h('sum')", [2, 6, 12]],
  ["const h = (text: string) => eval(text);", "(h('count *= 2'), count)", [2, 6, 14]],
  ["const h = 1;", "eval('sum')", [2, 6, 12]],
  ["let h: any; { const inner = () => sum; h = { inner } }", "h.inner()", [2, 6, 12]],
];

test("a loop shows every looker the variables as they are, in the cell of the looker and in later ones", async () => {
  const loop = (look: string): string =>
    `const seen: any[] = []; for (const x of [2, 4, 6]) { sum += x; count++; seen[seen.length] = ${look}; }\nseen`;
  // Names of their own for each: a notebook remembers which ones functions mention.
  const shared = new Notebook(folder);
  let count = 0;
  for (const [declared, look, seen] of lookers) {
    const evaluates = (declared + look).includes("eval");
    const variables = "let sum = 0, count = 0;";
    for (const cells of [
      [variables, declared, loop(look)],
      [`${variables} ${declared} ${loop(look)}`],
      // The variables come again in a later cell.
      ["let sum = 9, count = 9;", variables, `${declared} ${loop(look)}`],
      ...(evaluates ? [] : [[`${variables} ${declared}`, loop(look)]]),
    ]) {
      const number = count++;
      const own = cells.map((cell) => cell.replace(/\b(sum|count|h|H)\b/g, `$1${number}`));
      await runAll([[own, seen]], evaluates ? new Notebook(folder) : shared);
    }
  }
});

test("a function of an earlier cell reaches a variable that is declared again, where it looks it up", () =>
  runAll([
    [
      [
        "let a = 1; const mine = () => a;",
        "let a = 100; for (let i = 0; i < 3; i++) { a++; mine() }\n[a, mine()]",
      ],
      [103, 1],
    ],
    [
      [
        "const latest = () => a;",
        "let a = 0; const seen: any[] = []; for (let i = 0; i < 3; i++) { a++; seen.push(latest()) }\nseen",
      ],
      [1, 2, 3],
    ],
    [
      ["let a = 5; for (let i = 0; i < 2; i++) a++;", "[a, mine(), latest()]"],
      [7, 1, 7],
    ],
  ]));

test("what leaves a loop leaves its variables as they are", () =>
  runAll([
    [["let n = 0;", "try { for (;;) { if (++n === 3) throw 1 } } catch {}\nn"], 3],
    [["out: { for (;;) { for (;;) { if (++n > 5) break out } } }\nn"], 6],
    [["out: for (let i = 0; i < 3; i++) { for (;;) { n++; continue out } }\nn"], 9],
    [["for (n of [1, 2, 3]) if (n === 2) break\nn"], 2],
    [
      ["let k = ''", "for (k in { a: 1, b: 2 }) n++\n[k, n]"],
      ["b", 4],
    ],
    [["for ([n, k] of [[7, 'x'], [8, 'y']] as [number, string][]) ;\n[k, n]"], ["y", 8]],
    [["for ({ n, k = 'z' } of [{ n: 1 }, { n: 2 }] as any[]) ;\n[k, n]"], ["z", 2]],
    [["do n++; while (n < 5) n"], 5],
    [["if (n) for (let i = 0; i < 3; i++) n++; else n = 0\nn"], 8],
    [["switch (n) { case 8: for (;;) if (++n > 10) break }\nn"], 11],
    [["for (var v = 0; v < 4; v++) n -= v;\n[v, n]"], [4, 5]],
    [
      ["for (let i = 0; i < 2; i++) {\n// @ts-ignore\nif (i > 5) late++\nn++ }\nlet late = 1; [k, n]"],
      ["z", 7],
    ],
    [
      [
        "const fs: (() => number)[] = []; for (let i = 0; i < 3; i++) { n++; fs.push(() => n + i) }\nfs.map((f) => f())",
      ],
      [10, 11, 12],
    ],
    [
      [
        "function* g() { for (;;) yield n++ }",
        "const seen: number[] = []; for (const x of g()) { seen.push(x, n); if (x > 11) break }\nseen",
      ],
      [10, 11, 11, 12, 12, 13],
    ],
  ]));

test("a loop works on copies where nothing looks on, and on those variables only", async () => {
  const notebook = new Notebook(folder);
  await notebook.run(
    "let s = 0, t = 0, u = 0; const xs = [1, 2]; function f(x: number) { return x } const see = () => t;",
  );
  const copies: Record<string, readonly string[]> = {
    "for (let i = 0; i < 3; i++) s += i;": ["s"],
    "for (let i = 0; i < 3; i++) s += Math.sqrt(f(xs[i]!));": ["s", "f", "xs"],
    "for (let i = 0; i < 3; i++) { s += t; t++; }": ["s"],
    "for (let i = 0; i < 3; i++) { s += t; }": ["s", "t"],
    "let own = 0; for (const x of xs) own += see();": ["xs", "own", "see"],
    "let mine = 0; const show = () => mine; for (const x of xs) mine += x;": ["xs"],
    "for (let i = 0; i < 3; i++) { s += await t; }": [],
    "const peek = () => u; for (let i = 0; i < 3; i++) { u++; s++; }": ["s"],
    // What may take long may be broken off: nothing could be written back.
    "for (let i = 0; i < 3; i++) s += xs.indexOf(i);": ["xs"],
    "const slow = () => xs.at(0)!; for (let i = 0; i < 3; i++) s += slow();": [],
    "for (let i = 0; i < 3; i++) s += slow();": ["slow"],
    "for (let i = 0; i < 3; i++) { s++; late++; }\nvar late: any;": ["s", "late"],
    "eval('1'); for (let i = 0; i < 3; i++) s += i;": [],
    "let last = 0; for (let i = 0; i < 3; i++) { s += i; last++; }": [],
  };
  for (const [cell, names] of Object.entries(copies)) {
    await notebook.run(cell);
    const [, list = ""] = /\blet ([^;]*), __k = 1;/.exec(notebook.code) ?? [];
    const found = list === "" ? [] : list.split(", ").map((each) => each.replace(/.*\W/, ""));
    assert.deepEqual(found.sort(), [...names].sort(), cell);
  }
});

test("a function that a loop makes sees what is assigned after it", () =>
  runAll([
    [
      [
        "let a = 1; const b = 2;",
        "const fs: (() => number)[] = []; for (let i = 0; i < 2; i++) fs.push(() => a + b + i + 0 * a)\na = 10; fs.map((f) => f())",
      ],
      [12, 13],
    ],
    [
      ["a = 20", "fs.map((f) => f())"],
      [22, 23],
    ],
  ]));

test("names of earlier cells mean in a cell what they mean in a script", () =>
  runAll([
    [["let f: any;", "f = () => 1; f.name"], "f"],
    [["f = null; f ??= class {}; f.name"], "f"],
    [["({ f = function () {} } = {} as any); f.name"], "f"],
    [["[f = () => {}] = []; f.name"], "f"],
    [["({ q: f = () => {} } = {} as any); f.name"], "f"],
    [["for (let i = 0; i < 1; i++) f = async () => 1\nf.name"], "f"],
    [
      [
        "function plain(this: any) { return this === globalThis }",
        "[plain(), (plain)(), plain!(), (plain as any)(), plain?.(), (plain as any)``]",
      ],
      [true, true, true, true, true, true],
    ],
    [
      [
        "let x = 1",
        "const o = { x: 5 }; const { x: y } = o; enum E { x = 7, z = x }\nclass C { x = 3; static { x++ } }\n[y, E.z, new C().x, x]",
      ],
      [5, 7, 3, 2],
    ],
    [["((a = x, { x: b } = { x: 3 }, [c = x] = [] as any) => [a, b, c])()"], [2, 3, 2]],
    [["x: for (;;) { for (;;) { if (x++ > 4) break x; continue x } }\nx"], 6],
    [["try { throw 2 } catch (x) { x }\n((x: number) => x)(9) + x"], 15],
    [["(<any>x) += 1; (x satisfies number)++; x!++; x"], 9],
    [
      [
        "const k = 4",
        "let name = ''; try {\n// @ts-ignore\nk = 5 } catch (error: any) { name = error.constructor.name }\n[k, name]",
      ],
      [4, "TypeError"],
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the cell
    [["let say = (s: any, ...v: any[]) => v", "let z = 1\nsay`${z}`"], [1]],
    [["let list = x\nsay(list)\n;[list]"], [9]],
  ]));

test("names that the kernel adds are the reader's all the same", () =>
  runAll([
    [["let __w = 5; for (let i = 0; i < 3; i++) __w++\n__w"], 8],
    [["for (const z of [1]) __w += z\n__w"], 9],
    [["const __scope = 1; __w + __scope"], 10],
    [["let __l_s = 4, s = 1; for (let i = 0; i < 3; i++) s += __l_s\ns"], 13],
    [["let __k = 1; for (let i = 0; i < 3; i++) __k++\n__k"], 4],
    [["const __cell = 3, __tick = 1; __cell + __w"], 12],
    [
      [
        "let __v = 1, __m = 2, __meta = 3",
        "import { sep } from 'node:path'; __v = 7; [__v, __m, __meta, sep.length]",
      ],
      [7, 2, 3, 1],
    ],
    [["const __checkpoint = 5; (await (1)) + __checkpoint"], 6],
  ]));

test("direct eval sees the names of all cells, and only where a cell calls it", () =>
  runAll([
    [["let a = 1; const run = (text: string) => eval(text);", "let b = 2; eval('a + b')"], 3],
    [["let later = 5;", "run('later + a')"], 6],
    [["run('a = 7'); a"], 7],
    [
      [
        "const c = 1;",
        "let name = ''; try { run('c = 2') } catch (error: any) { name = error.name }\n[c, name]",
      ],
      [1, "TypeError"],
    ],
    [["function f(a: number) { return eval('a') }", "f(30)"], 30],
    [["await eval('Promise.resolve(a)')"], 7],
    [["(eval)('a') + 1"], 8],
    [
      [
        "const g = globalThis.eval; let seen = ''; try { g('a') } catch (error: any) { seen = error.name }\nseen",
      ],
      "ReferenceError",
    ],
  ]));

test("an object that ends a cell is its result, a block is none", () =>
  runAll([
    [["let a = 1, b = 2; { a, b }"], { a: 1, b: 2 }],
    [["{ a: 1 }"], { a: 1 }],
    [["{ a, b: [1, { c: 2 }], ...{ d: 3 } } // all"], { a: 1, b: [1, { c: 2 }], d: 3 }],
    [["// first\n{ a: 1, b: 'x' }\n// last"], { a: 1, b: "x" }],
    [["let c = a\n{ c, a }"], { c: 1, a: 1 }],
    [["function f() {}\n{ 'a b': await Promise.resolve(3), [`c`]: 2, }\n\n"], { "a b": 3, c: 2 }],
    [["#!/usr/bin/env node\n{}"], {}],
    [["{ a; b }"], undefined],
    [["{ a = 5 }"], undefined],
    [["{ a: 1 };"], undefined],
    [["{ let q = 6; a = q }"], undefined],
    [["{ for (const x of [1]) a += x }"], undefined],
    [["{ loop: for (;;) break loop }"], undefined],
    [["if (a) { b }"], undefined],
    [["a"], 7],
  ]));

test("an error inside an object that ends a cell has the reader's line and column", async () => {
  const notebook = new Notebook(folder);
  const places: Record<string, RegExp> = {
    "{ a: 1, b: nope }": /Cell \[1\]:1:12 TS2304.*\n\{ a: 1, b: nope \}\n {11}~~~~$/s,
    "const x = 1\n{ x, b: 2,\n c: nope }": /Cell \[2\]:3:5 TS2304/,
  };
  let cell = 0;
  for (const [source, place] of Object.entries(places))
    assert.throws(() => notebook.compiler.compile(source, ++cell), place);
  const { code, locate } = notebook.compiler.compile(
    "const y = 1\n{ y, z: String(Symbol.iterator) }",
    ++cell,
  );
  const lines = code.split("\n");
  const line = lines.findIndex((text) => text.includes("String("));
  assert.deepEqual(
    locate(line + 1, (lines[line]?.indexOf("String(") ?? 0) + 1),
    { line: 2, column: 9 },
    code,
  );
});

test('exports, a first line #! and "use strict" do no harm', () =>
  runAll([
    [["export default function () { return 1 }"], undefined],
    [["export default class { }\n2"], 2],
    [
      [
        "export default async () => 1;\nexport { readFileSync as default, existsSync } from 'node:fs'; existsSync.name",
      ],
      "existsSync",
    ],
    [["export * as path from 'node:path'; typeof path.join"], "function"],
    [["export * from 'node:path'; export const q = 1; export { q as r }; q"], 1],
    [["#!/usr/bin/env node\n5"], 5],
    [["'use strict'; (function (this: any) { return this })() === undefined"], true],
    [["(function (this: any) { return this })() === globalThis"], true],
  ]));

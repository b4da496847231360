// The kernel's program on the wire: what local modules may be written in, what their errors say, and imports that lead
// nowhere.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

function put(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(kernel.folder, name)), { recursive: true });
    kernel.write(name, text);
  }
}

/** Files, a cell, and its result. */
type Written = readonly [title: string, files: Record<string, string>, cell: string, result: string];

const written: readonly Written[] = [
  [
    "decorators of TypeScript, with parameters",
    {
      "old.ts": `const marks: string[] = []; const mark = (target: any, key: any, index: number) => { marks.push(key + index); };
        function twice(_: any, __: string, descriptor: PropertyDescriptor) { const { value } = descriptor; descriptor.value = function (n: number) { return value.call(this, n) * 2; }; }
        export class Old { @twice f(@mark n: number) { return n; } } export { marks };`,
    },
    'import { Old, marks } from "./old"; [new Old().f(3), marks]',
    "[ 6, [ 'f0' ] ]",
  ],
  [
    "decorators of the standard, from another file",
    {
      "named.ts":
        "export const named = (value: any, { name }: ClassMethodDecoratorContext) => function (this: any) { return String(name) + value.call(this); };",
      "new.ts":
        'import { named } from "./named"; export class New { @named f() { return 1; } @named static g() { return 2; } }',
    },
    'import { New } from "./new"; [new New().f(), New.g()]',
    "[ 'f1', 'g2' ]",
  ],
  [
    "decorators as the nearest tsconfig.json says",
    {
      "std/tsconfig.json": '{ "compilerOptions": { "experimentalDecorators": false } }',
      "std/d.ts":
        "const d = (value: any, context: any) => () => context.kind; export class D { @d f() { return 0 as any; } }",
    },
    'import { D } from "./std/d"; new D().f()',
    "'method'",
  ],
  [
    "enums, namespaces, parameter properties, private names, static blocks, accessors",
    {
      "kinds.ts": `export enum E { A = 1, B } export const enum C { X = "x" }
        export namespace N { export const n = 1; export namespace M { export const m = 2; } }
        abstract class P { constructor(readonly q: number) {} }
        export class Q extends P { accessor z = 3; static s: number; static { Q.s = 4; } #p = 5; p() { return this.#p; } }`,
    },
    'import { C, E, N, Q } from "./kinds"; const q = new Q(7); [E.A, E[2], C.X, N.M.m, q.q, q.z, Q.s, q.p()]',
    "[ 1, 'B', 'x', 2, 7, 3, 4, 5 ]",
  ],
  [
    "using, await using, await outside functions, import.meta",
    {
      "uses.ts": `export const seen: string[] = []; const open = (name: string) => ({ [Symbol.dispose]() { seen.push(name); } });
        { using a = open("a"); using b = open("b"); }
        { await using c = { async [Symbol.asyncDispose]() { seen.push("c"); } }; }
        for await (const d of [Promise.resolve("d")]) seen.push(d);
        export const meta = [import.meta.dirname === __dirname, import.meta.filename === __filename, import.meta.resolve("./kinds").endsWith("/kinds.ts")];`,
    },
    'import { meta, seen } from "./uses"; [seen, meta]',
    "[ [ 'b', 'a', 'c', 'd' ], [ true, true, true ] ]",
  ],
  [
    "JSX by the package react, and by a function that a comment names",
    {
      "node_modules/react/package.json": '{ "name": "react" }',
      "node_modules/react/jsx-runtime.js":
        "exports.jsx = exports.jsxs = (type, props) => ({ type, ...props });",
      "el.tsx": 'export const el = <div id="a">{1}<b /></div>;',
      "h.jsx":
        '/** @jsx h */ const h = (type, props, ...rest) => [type, props.id, rest]; export const el = <a id="b">{1}</a>;',
    },
    'import { el } from "./el"; import { el as other } from "./h"; [el.type, (el as any).id, other]',
    "[ 'div', 'a', [ 'a', 'b', [ 1 ] ] ]",
  ],
  [
    ".mts, .cts, import = require, export =",
    {
      "m.mts":
        'import os = require("node:os"); import { k } from "./e.cjs"; export default class { d = k; } export const t = typeof os.cpus;',
      "c.cts":
        'import path = require("path"); class C { v = path.sep; } namespace C { export const k = 2; } export = C;',
      "e.cts": 'import C = require("./c.cjs"); export const k = C.k; export default 5;',
    },
    'import D, { t } from "./m.mjs"; import C from "./c.cjs"; import e5, { k } from "./e.cjs"; import R = require("./c.cjs"); [new D().d, t, new C().v, C.k, e5, k, R === C, require("./c.cts") === C]',
    "[\n  2,   'function', '/',\n  2,   5,          2,\n  true, true\n]",
  ],
  [
    "a module that awaits, required by another",
    {
      "waits.ts": "export const late = await Promise.resolve(4);",
      "asks.ts": 'import w = require("./waits"); export const got = w.late;',
    },
    'import { got } from "./asks"; got',
    "4",
  ],
  [
    "modules of Node in all forms",
    {
      "nodes.ts": `import fs, { existsSync } from "fs"; import * as path from "node:path"; import os = require("os"); import "node:crypto";
        import { setTimeout as wait } from "timers/promises"; import Emitter, { once } from "events"; import assert from "node:assert/strict"; export { inspect } from "util"; export * from "node:url";
        const util = await import("util"); await wait(1);
        export const all = [fs.existsSync === existsSync, path.sep, typeof os.cpus, typeof new Emitter().on, typeof once, typeof assert.ok, util.default.inspect === util.inspect, require("node:zlib") === require("zlib")];`,
    },
    'import { all, fileURLToPath, inspect } from "./nodes"; [all.filter((one) => one !== true && one !== "function"), typeof fileURLToPath, typeof inspect]',
    "[ [ '/' ], 'function', 'function' ]",
  ],
  [
    "JSON with an attribute, whole and by name",
    { "j.json": '{ "a": [1], "b-c": 2 }' },
    'import j, { a } from "./j.json" with { type: "json" }; import * as s from "./j.json"; const d = await import("./j.json", { with: { type: "json" } }); [j.a === a, s.a === a, d.default === j, s["b-c"]]',
    "[ true, true, true, 2 ]",
  ],
  [
    "getters of CommonJS are not read before they are asked for",
    {
      "lazy.cjs":
        'let read = 0; Object.defineProperty(exports, "lazy", { enumerable: true, get: () => ++read }); exports.plain = 1; exports.reads = () => read;',
      "passes.ts": 'export * from "./lazy.cjs"; export { lazy as renamed } from "./lazy.cjs";',
    },
    'import { plain, reads } from "./lazy.cjs"; import * as all from "./passes"; const none = reads(); [none, plain, all.renamed, (all as any).lazy]',
    "[ 0, 1, 1, 2 ]",
  ],
  [
    "a compiled ES module, and one without that mark",
    {
      "marked.cjs":
        'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = 1; exports.named = 2;',
      "plain.js": "module.exports = function whole() { return 3; }; module.exports.named = 4;",
    },
    'import one, { named } from "./marked.cjs"; import * as all from "./marked.cjs"; import whole, { named as four } from "./plain.js"; [one, named, Object.keys(all), whole(), four]',
    "[ 1, 2, [ 'default', 'named' ], 3, 4 ]",
  ],
  [
    "ES modules keep their own names only",
    {
      "node_modules/own-names/package.json": '{ "type": "module", "exports": "./i.js" }',
      "node_modules/own-names/i.js": "export default { inner: 1 }; export const outer = 2;",
    },
    'import * as names from "own-names"; [(names as any).inner, names.outer, Object.keys(names)]',
    "[ undefined, 2, [ 'default', 'outer' ] ]",
  ],
  [
    "packages for bundlers: paths without endings, JSON, names that Node does not see",
    {
      "node_modules/loose/package.json": '{ "type": "module", "main": "./i" }',
      "node_modules/loose/i.js":
        'import { a } from "./lib"; import { hidden } from "./c.cjs"; import d from "./d.json"; export const loose = [a, hidden, d.e];',
      "node_modules/loose/i.d.ts": "export const loose: number[];",
      "node_modules/loose/lib/index.js": "export const a = 1;",
      "node_modules/loose/c.cjs":
        "const all = { hidden: 2 }; for (const key in all) exports[key] = all[key];",
      "node_modules/loose/d.json": '{ "e": 3 }',
    },
    'import { loose } from "loose"; loose',
    "[ 1, 2, 3 ]",
  ],
  [
    "a package by its condition: import and require",
    {
      "node_modules/dual/package.json": JSON.stringify({
        exports: {
          import: { types: "./i.d.mts", default: "./i.mjs" },
          require: { types: "./r.d.cts", default: "./r.cjs" },
        },
      }),
      "node_modules/dual/i.mjs": 'export const by = "import";',
      "node_modules/dual/i.d.mts": 'export const by: "import";',
      "node_modules/dual/r.cjs": 'exports.by = "require";',
      "node_modules/dual/r.d.cts": 'export const by: "require";',
    },
    'import { by } from "dual"; import required = require("dual"); const one: "import" = by; const two: "require" = required.by; [one, two, require("dual").by]',
    "[ 'import', 'require', 'require' ]",
  ],
];

for (const [title, files, cell, result] of written) {
  test(title, async () => {
    put(files);
    const ran = await kernel.run(cell);
    const plain = (text: string | undefined): string | undefined => text?.replace(/\s+/g, " ");
    assert.equal(plain(ran.result), plain(result), errorText(ran));
  });
}

/** Files, a cell, and what its error says. */
const wrong: readonly (readonly [
  title: string,
  files: Record<string, string>,
  cell: string,
  error: RegExp,
])[] = [
  [
    "TypeScript that does not parse",
    { "w1.ts": "export const a = 1;\nexport const b = [1, 2;" },
    'import { a } from "./w1"',
    /^SyntaxError: .*w1\.ts:2:23: /,
  ],
  [
    "TypeScript that is no JavaScript",
    { "w2.ts": "export {};\n  let q = 1; let q = 2;" },
    'import "./w2"',
    /^SyntaxError: .*w2\.ts:2:18: Identifier 'q'/,
  ],
  [
    "CommonJS that does not parse",
    { "w3.cjs": "\nexports.a = ;" },
    'require("./w3.cjs")',
    /^SyntaxError: .*w3\.cjs:2:13: /,
  ],
  [
    "JSON that does not parse",
    { "w4.json": '{ "a": 1,\n  "b": }' },
    'import w from "./w4.json"; w',
    /^SyntaxError: .*w4\.json:2:8: /,
  ],
  [
    "a class of its own, a cause",
    { "w5.ts": 'export class Odd extends Error {}\nthrow new Odd("no", { cause: new TypeError("why") });' },
    'import "./w5"',
    /^Odd: no\n {4}at w5\.ts:2:7\n {2}caused by: TypeError: why/,
  ],
  [
    "a module that asks in vain",
    { "w6.ts": 'import "./w1234";' },
    'import "./w6"',
    /^Error: Cannot find module ".\/w1234".*\(asked for by .*w6\.ts\)/,
  ],
  [
    "a name near another",
    { "near/utilities.ts": "export {};" },
    'import "./near/utilites"',
    /There is: \.\/near\/utilities\.ts/,
  ],
  ["a folder that is not there", {}, 'import { a } from "./nowhere/a"', /TS2307: .*no folder ".\/nowhere"/],
  [
    "a package",
    {},
    'import { a } from "@no/such/deep"',
    /TS2307: .*npm install @no\/such; .*npm install --save-dev @types\/no__such/,
  ],
  ["a package at run time", {}, 'import "no-such/deep"', /^Error: .*npm install no-such\n?/],
  [
    "an entry that a package has not",
    {
      "node_modules/few/package.json": '{ "exports": { "./first": "./f.js" } }',
      "node_modules/few/f.js": "",
    },
    'import { a } from "few/frist"',
    /is installed, but has no such entry\. It has: few\/first\./,
  ],
  [
    "the same at run time",
    {},
    'import "few/frist"',
    /^Error: Package subpath '.\/frist' is not defined .* It has: few\/first\./,
  ],
  [
    "a star import of one value",
    {
      "node_modules/single/package.json": '{ "types": "i.d.ts" }',
      "node_modules/single/i.d.ts": "declare function f(): 1; export = f;",
    },
    'import * as single from "single"; single',
    /TS2497: "single" is one value, .* import name from "single"/,
  ],
  [
    "types that are missing",
    { "node_modules/bare/package.json": "{}", "node_modules/bare/index.js": "" },
    '// @strict\nimport { a } from "bare"',
    /TS7016: .*npm install --save-dev @types\/bare/,
  ],
  [
    "npm:",
    {},
    '// @strict false\nimport { a } from "npm:@some/name@^4/sub"',
    /Write "@some\/name\/sub", .*npm install @some\/name@\^4\n/,
  ],
  ["npm: at run time", {}, 'import "npm:name@4"', /^Error: .*Write "name", .*npm install name@4/],
  ["jsr:", {}, 'import { a } from "jsr:@std/path@1"', /Write "@std\/path", .*npx jsr add @std\/path@1\n/],
  [
    "https: of a package",
    {},
    'import { a } from "https://esm.sh/name@4.1.0/x?target=es2022"',
    /no modules from the network\. Write "name", .*npm install name@4\.1\.0\n/,
  ],
  [
    "http: of a file",
    {},
    'import { a } from "http://example.com/a.ts"',
    /no modules from the network\. Save the file beside the notebook/,
  ],
];

for (const [title, files, cell, error] of wrong) {
  test(`what is said of ${title}`, async () => {
    put(files);
    assert.match(errorText(await kernel.run(cell)), error, cell);
  });
}

test("an error of a local module keeps its class, code and cause", async () => {
  put({
    "odd.ts": 'export class Odd extends RangeError { code = "E_ODD"; }',
    "throws.ts":
      'import { Odd } from "./odd"; await null; throw new Odd("no", { cause: new TypeError("why") });',
  });
  const cell =
    'import { Odd } from "./odd"; const caught: any = await import("./throws").catch((error) => error); [caught instanceof Odd, caught.code, caught.cause instanceof TypeError]';
  assert.equal((await kernel.run(cell)).result, "[ true, 'E_ODD', true ]");
});

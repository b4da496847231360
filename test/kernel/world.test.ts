// The kernel's program on the wire: what changes on the disk between two cells is seen by the second, in check and run.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

/** Writes files beside the notebook, with their folders; `undefined` takes one away. */
function put(files: Record<string, string | undefined>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(kernel.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
}

/** A package in `node_modules`: its description, and its files. */
function install(name: string, description: object, files: Record<string, string>): void {
  const home = `node_modules/${name}`;
  const all = { ...files, "package.json": JSON.stringify({ name, version: "1.0.0", ...description }) };
  put(Object.fromEntries(Object.entries(all).map(([file, text]) => [`${home}/${file}`, text])));
}

interface Change {
  readonly title: string;
  /** Run before the change and after it: the same cell. */
  readonly cell: string;
  readonly first: Record<string, string> | (() => void);
  readonly before: string | RegExp;
  readonly change: Record<string, string | undefined> | (() => void);
  readonly after: string | RegExp;
}

const changes: readonly Change[] = [
  {
    title: "a package that was missing is installed",
    cell: 'import { late } from "late-pkg"; late.toFixed(1)',
    first: {},
    before: /npm install late-pkg/,
    change: () =>
      install(
        "late-pkg",
        { main: "lib/l.js", types: "lib/l.d.ts" },
        { "lib/l.js": "exports.late = 1;", "lib/l.d.ts": "export const late: number;" },
      ),
    after: "'1.0'",
  },
  {
    title: "the same by require",
    cell: 'require("late-req").late',
    first: {},
    before: /npm install late-req/,
    change: () => install("late-req", { main: "lib/l.js" }, { "lib/l.js": "exports.late = 1;" }),
    after: "1",
  },
  {
    title: "the same by a name that the check does not know",
    cell: 'await (async (name: string) => (await import(name)).late)("@late/scoped")',
    first: {},
    before: /npm install @late\/scoped/,
    change: () =>
      install(
        "@late/scoped",
        { type: "module", exports: "./lib/l.js" },
        { "lib/l.js": "export const late = 2;" },
      ),
    after: "2",
  },
  {
    title: "what a package misses is installed: an ES module",
    cell: 'import { needs } from "needs-esm"; needs',
    first: () =>
      install(
        "needs-esm",
        { type: "module", exports: { types: "./i.d.ts", import: "./i.js" } },
        {
          "i.js": 'export { needs } from "./inner.js";',
          "inner.js": 'import { given } from "late-inner"; export const needs = given + 1;',
          "i.d.ts": "export const needs: number;",
        },
      ),
    before: /npm install late-inner/,
    change: () =>
      install("late-inner", { type: "module", main: "lib/g.js" }, { "lib/g.js": "export const given = 1;" }),
    after: "2",
  },
  {
    title: "what a package misses is installed: CommonJS",
    cell: 'import { needs } from "needs-cjs"; needs',
    first: () =>
      install(
        "needs-cjs",
        { types: "i.d.ts" },
        {
          "index.js": 'exports.needs = require("late-cjs").given + 1;',
          "i.d.ts": "export const needs: number;",
        },
      ),
    before: /Cannot find module 'late-cjs'/,
    change: () => install("late-cjs", { main: "lib/g.js" }, { "lib/g.js": "exports.given = 1;" }),
    after: "2",
  },
  {
    title: "types are installed for a package without any",
    cell: 'import { typed } from "untyped"; const no: string = typed',
    first: () => install("untyped", {}, { "index.js": "exports.typed = 1;" }),
    before: "undefined",
    change: () =>
      install("@types/untyped", { types: "index.d.ts" }, { "index.d.ts": "export const typed: number;" }),
    after: /TS2322/,
  },
  {
    title: "a package gets another version, in the check",
    cell: 'import { fresh } from "versions"; fresh',
    first: () =>
      install(
        "versions",
        { types: "i.d.ts" },
        { "index.js": "exports.old = 1;", "i.d.ts": "export const old: 1;" },
      ),
    before: /TS2305/,
    change: () =>
      install(
        "versions",
        { types: "i.d.ts", version: "1.0.1" },
        { "index.js": "exports.fresh = 7;", "i.d.ts": "export const fresh: 7;" },
      ),
    after: "7",
  },
  {
    title: "a local module is made",
    cell: 'import { made } from "./made"; made',
    first: {},
    before: /TS2307: Cannot find module "\.\/made"/,
    change: { "made.ts": "export const made = 1;" },
    after: "1",
  },
  {
    title: "a local module is altered, and its types",
    cell: 'import { altered } from "./altered"; altered.toFixed(1)',
    first: { "altered.ts": "export const altered = 'text';" },
    before: /TS2551|TS2339/,
    change: { "altered.ts": "export const altered = 2.55;" },
    after: /'2\.[56]'/,
  },
  {
    title: "a JSON file behind two modules is altered",
    cell: 'import { first } from "./deep/a"; first',
    first: {
      "deep/a.ts": 'import { second } from "./b"; export const first = second;',
      "deep/b.ts": 'import json from "./c.json"; export const second = json.n;',
      "deep/c.json": '{ "n": 1 }',
    },
    before: "1",
    change: { "deep/c.json": '{ "n": 22 }' },
    after: "22",
  },
  {
    title: "the type of a JSON file behind two modules is altered",
    cell: 'import { first as typed } from "./deep/a"; const text: string = typed; text',
    first: {},
    before: /TS2322/,
    change: { "deep/c.json": '{ "n": "text" }' },
    after: "'text'",
  },
  {
    title: "a JSON file that was required is altered",
    cell: 'require("./r.json").n',
    first: { "r.json": '{ "n": 1 }' },
    before: "1",
    change: { "r.json": '{ "n": 2 }' },
    after: "2",
  },
  {
    title: "a CommonJS file that was required is altered, behind another",
    cell: 'require("./r1.cjs").n',
    first: { "r1.cjs": 'exports.n = require("./r2").n;', "r2.cjs": "exports.n = 1;" },
    before: "1",
    change: { "r2.cjs": "exports.n = 2;" },
    after: "2",
  },
  {
    title: "a module loaded by import() in a module is altered",
    cell: 'import { wanted } from "./asks"; await wanted()',
    first: {
      "asks.ts": 'export const wanted = async () => (await import("./asked")).n;',
      "asked.ts": "export const n = 1;",
    },
    before: "1",
    change: { "asked.ts": "export const n = 2;" },
    after: "2",
  },
  {
    title: "of two modules that import each other the first is altered: the second sees it",
    cell: 'import { both } from "./round2"; import { one } from "./round1"; [both(), one()]',
    first: {
      "round1.ts":
        'import { two } from "./round2"; export const name = "one"; export const one = () => name + two;',
      "round2.ts":
        'import { one, name } from "./round1"; export const two = "two"; export const both = () => name + one();',
    },
    before: "[ 'oneonetwo', 'onetwo' ]",
    change: {
      "round1.ts":
        'import { two } from "./round2"; export const name = "ONE"; export const one = () => name + two;',
    },
    after: "[ 'ONEONEtwo', 'ONEtwo' ]",
  },
  {
    title: "a TypeScript file takes the place of a JavaScript file",
    cell: 'import { kind } from "./shadow"; kind',
    first: { "shadow.js": 'export const kind = "js";' },
    before: "'js'",
    change: { "shadow.ts": 'export const kind = "ts" as const; const check: "ts" = kind;' },
    after: "'ts'",
  },
  {
    title: "and goes away again, behind another module",
    cell: 'import { kind as through } from "./through"; through',
    first: { "through.ts": 'export { kind } from "./shadow.js";' },
    before: "'ts'",
    change: { "shadow.ts": undefined },
    after: "'js'",
  },
  {
    title: "a local module is taken away",
    cell: 'import { made } from "./made"; made',
    first: {},
    before: "1",
    change: { "made.ts": undefined },
    after: /TS2307/,
  },
  {
    title: "a module failed and is mended",
    cell: 'import { mended } from "./mended"; mended',
    first: {
      "mended.ts": 'import "./breaks"; export const mended = 1;',
      "breaks.ts": 'throw new RangeError("broken");',
    },
    before: /RangeError: broken/,
    change: { "breaks.ts": "export {};" },
    after: "1",
  },
  {
    title: "a module failed for another reason than its text, in a circle",
    cell: 'import { around } from "./circle"; around()',
    first: {
      "circle.ts":
        'import { back } from "./back"; export const around = (): unknown => back(); if (!(globalThis as any).open) throw new Error("closed");',
      "back.ts": 'import * as circle from "./circle"; export const back = (): unknown => circle.around;',
    },
    before: /Error: closed/,
    change: { "opens.ts": "(globalThis as any).open = true;" },
    after: /Error: closed/,
  },
  {
    title: "and the reason goes away",
    cell: 'import "./opens"; import { around } from "./circle"; import { back } from "./back"; [around() === around, back() === around]',
    first: {},
    before: "[ true, true ]",
    change: {},
    after: "[ true, true ]",
  },
  {
    title: "package.json gets imports",
    cell: 'import { aimed } from "#aim"; aimed',
    first: { "src/aimed.ts": "export const aimed = 3;" },
    before: /TS2307: Cannot find "#aim"/,
    change: { "package.json": '{ "name": "mine", "imports": { "#aim": "./src/aimed.ts" } }' },
    after: "3",
  },
  {
    title: "tsconfig.json gets paths",
    cell: 'import { aimed as mapped } from "@/aimed"; mapped',
    first: {},
    before: /"paths" of a tsconfig\.json/,
    change: { "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }' },
    after: "3",
  },
  {
    title: "tsconfig.json gets another kind of decorators",
    cell: 'import { D } from "./decorated"; new D().f()',
    first: {
      "decorated.ts":
        "const d: any = (_: any, given: any) => () => typeof given; export class D { @d f(): any {} }",
      "tsconfig.json": '{ "compilerOptions": { "experimentalDecorators": false } }',
    },
    before: "'object'",
    change: { "tsconfig.json": '{ "compilerOptions": { "experimentalDecorators": true } }' },
    after: /undefined|TypeError/,
  },
  {
    title: "what tsconfig.json extends is altered",
    cell: 'import { aimed as again } from "~aimed"; again',
    first: {
      "tsconfig.json": '{ "extends": "./base.json" }',
      "base.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    },
    before: /"paths" of a tsconfig\.json/,
    change: { "base.json": '{ "compilerOptions": { "paths": { "~*": ["./src/*"] } } }' },
    after: "3",
  },
];

for (const { title, cell, first, before, change, after } of changes) {
  test(title, async () => {
    const expect = async (wanted: string | RegExp): Promise<void> => {
      const ran = await kernel.run(cell);
      if (wanted instanceof RegExp) assert.match(errorText(ran) || String(ran.result), wanted);
      else assert.equal(String(ran.result), wanted, errorText(ran));
    };
    const apply = (files: Change["first"] | Change["change"]): void =>
      typeof files === "function" ? files() : put(files);
    apply(first);
    await expect(before);
    apply(change);
    await expect(after);
  });
}

test("a package that is loaded gets another version: one line says so", async () => {
  const files = (version: string) => ({
    "index.js": `exports.v = "${version}";`,
    "index.d.ts": "export const v: string;",
  });
  const cell = 'import { v } from "loaded"; v';
  install("loaded", {}, files("1.0.0"));
  assert.equal((await kernel.run(cell)).result, "'1.0.0'");
  install("loaded", { version: "1.0.1" }, files("1.0.1"));
  const { result, stderr } = await kernel.run(cell);
  assert.equal(result, "'1.0.0'");
  assert.match(stderr, /^loaded 1\.0\.1 has been installed since it was loaded\. Restart .*\n$/);
  assert.equal((await kernel.run(cell)).stderr, "");
});

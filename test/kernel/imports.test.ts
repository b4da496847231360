// The kernel's program on the wire: what cells import.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

function addPackage(
  name: string,
  description: object,
  files: Record<string, string>,
  folder = kernel.folder,
): void {
  const home = join(folder, "node_modules", name);
  mkdirSync(home, { recursive: true });
  const all = { ...files, "package.json": JSON.stringify({ name, version: "1.0.0", ...description }) };
  for (const [file, text] of Object.entries(all)) writeFileSync(join(home, file), text);
}

async function gives(code: string, result: string, by = kernel): Promise<void> {
  const ran = await by.run(code);
  assert.equal(ran.result, result, `${code}\n${errorText(ran)}`);
}

async function fails(code: string, error: RegExp, by = kernel): Promise<void> {
  assert.match(errorText(await by.run(code)), error, code);
}

test("packages: ES modules with only exports, CommonJS, node:", async () => {
  addPackage(
    "only-exports",
    {
      type: "module",
      exports: {
        ".": { types: "./a.d.ts", import: "./a.js" },
        "./b": { types: "./b.d.ts", import: "./b.js" },
      },
    },
    {
      "a.js": "await null; export const a = 1; export default class {}",
      "a.d.ts": "export declare const a: number; export default class {}",
      "b.js": "export const b = 2;",
      "b.d.ts": "export declare const b: number;",
    },
  );
  addPackage(
    "old",
    { main: "i.js", types: "i.d.ts" },
    { "i.js": "exports.c = 3;", "i.d.ts": "export const c: number;" },
  );
  await gives(
    'import { a } from "only-exports"; import { b } from "only-exports/b"; import { c } from "old"; [a, b, c]',
    "[ 1, 2, 3 ]",
  );
  await gives('import old from "old"; import * as all from "old"; [old.c, all.c]', "[ 3, 3 ]");
  await gives(
    'import fs, { existsSync } from "node:fs"; [typeof fs.readFileSync, existsSync("/")]',
    "[ 'function', true ]",
  );
  const missing = await kernel.run('import "no-such-package-here"');
  assert.match(errorText(missing), /no-such-package-here/);
});

test("local files: beside, above, JSON, changed, circular, with their own places in tracebacks", async (t) => {
  const above = join(dirname(kernel.folder), `above-${process.pid}`);
  mkdirSync(above);
  t.after(() => rmSync(above, { recursive: true }));
  kernel.write(join("..", `above-${process.pid}`, "far.ts"), "export const far: string = 'far';");
  kernel.write(
    "near.ts",
    "interface N { n: number }\nexport const near: N = { n: 1 };\n\nexport function fail(): never {\n  throw new Error('in a file');\n}\n",
  );
  kernel.write("data.json", '{ "list": [1, 2] }');
  await gives(`import { far } from "../above-${process.pid}/far"; far`, "'far'");
  await gives(
    'import { near, fail } from "./near"; import data from "./data.json"; [near.n, data.list.length]',
    "[ 1, 2 ]",
  );
  assert.match(errorText(await kernel.run("fail()")), /near\.ts:5:9/);
  kernel.write("near.ts", "export const near = { n: 22 };");
  await gives('import { near } from "./near"; near.n', "22");
  kernel.write(
    "one.ts",
    'import { two } from "./two"; export const one = (): number => two() + 1; export const base = 1;',
  );
  kernel.write("two.ts", 'import { base } from "./one"; export const two = (): number => base + 1;');
  await gives('import { one } from "./one"; one()', "3");
  kernel.write("two.ts", 'import { base } from "./one"; export const two = (): number => base + 10;');
  await gives('import { one } from "./one"; one()', "12");
});

test("local JavaScript modules, and their places in tracebacks", async () => {
  kernel.write(
    "plain.mjs",
    'import { sep } from "node:path";\nexport const half = sep;\nexport function fail() {\n  throw new Error("x");\n}',
  );
  await gives('import { half, fail } from "./plain.mjs"; half', "'/'");
  const text = errorText(await kernel.run("await (async () => fail())()"));
  assert.match(text, /plain\.mjs:4:9/);
  assert.doesNotMatch(text, /kernel\/run/);
});

test("types of imports are checked", async () => {
  kernel.write("typed.ts", "export const count: number = 1;");
  assert.match(
    errorText(await kernel.run('import { count } from "./typed"; const s: string = count;')),
    /TS2322/,
  );
  assert.match(errorText(await kernel.run('import { nothing } from "./typed"; nothing')), /TS2305/);
});

test("every entry of convlab is found without being installed, by import and require, with its types", async () => {
  const entries = [
    ["convlab", "outputLength", "(28, { kernel: 5 })", "index"],
    ["convlab/lessons", "pocketForward", "([[1]])", "lessons/index"],
    ["convlab/arithmetic", "outputLength", "(28, { kernel: 5 })", "arithmetic/index"],
    ["convlab/charts", "table", "([{ a: 1 }])", "charts/index"],
  ] as const;
  for (const [entry, name, given, file] of entries) {
    const same = `[typeof ${name}, required === ${name}, loaded === ${name}]`;
    const others = `const required = require("${entry}").${name}; const { ${name}: loaded } = await import("${entry}");`;
    await gives(`import { ${name} } from "${entry}"; ${others} ${same}`, "[ 'function', true, true ]");
    await gives(`require.resolve("${entry}").endsWith("/dist/${file}.js")`, "true");
    await fails(`import { ${name} } from "${entry}"; const no: string = ${name}${given}.no`, /TS2339/);
    await fails(`const { nothing } = await import("${entry}")`, /TS2339/);
  }
  await fails('import { nothing } from "convlab/nothing"', /TS2307/);
  await fails('require("convlab/nothing")', /subpath '.\/nothing' is not defined/);
  kernel.write(
    "uses.ts",
    'import { table } from "convlab/charts"; export const uses = [typeof table, require.resolve("convlab")];',
  );
  await gives(
    `import { uses } from "./uses"; [uses[0], uses[1] === require.resolve("convlab")]`,
    "[ 'function', true ]",
  );
  kernel.write("needs.cjs", 'exports.kind = typeof require("convlab/charts").table;');
  await gives('require("./needs.cjs").kind', "'function'");
});

test("a folder's own convlab, here one of a folder above, goes before the kernel's, whole", async (t) => {
  const project = await Program.start("lessons/first");
  t.after(() => project.close());
  await gives('require.resolve("convlab").endsWith("/dist/index.js")', "true", project);
  await gives('import { outputLength } from "convlab"; outputLength(28, { kernel: 5 })', "24", project);
  const exports = {
    ".": { types: "./a.d.ts", import: "./a.js", require: "./a.cjs" },
    "./charts": { types: "./charts.d.ts", default: "./charts.js" },
  };
  addPackage(
    "convlab",
    { type: "module", exports },
    {
      "a.js": 'export const by = "import";',
      "a.cjs": 'exports.by = "require";',
      "a.d.ts": "export declare const by: string;",
      "charts.js": "export const charts = 7;",
      "charts.d.ts": "export declare const charts: number;",
      "hidden.js": "export const hidden = 1;",
      "hidden.d.ts": "export declare const hidden: number;",
    },
    join(project.folder, "..", ".."),
  );
  await gives('import { by } from "convlab"; by', "'import'", project);
  await gives('(await import("convlab")).by', "'import'", project);
  await gives('require("convlab").by', "'require'", project);
  await gives('require.resolve("convlab").endsWith("/node_modules/convlab/a.cjs")', "true", project);
  await gives(
    'import { charts } from "convlab/charts"; [charts, require("convlab/charts").charts]',
    "[ 7, 7 ]",
    project,
  );
  await fails('import { by } from "convlab"; const n: number = by', /TS2322/, project);
  await fails('import { outputLength } from "convlab"', /TS2305/, project);
  // What it does not export, the kernel's own does not lend.
  for (const entry of ["convlab/lessons", "convlab/hidden"]) {
    await fails(`import { hidden } from "${entry}"`, /TS2307/, project);
    await fails(`import "${entry}"`, /is not defined by "exports"/, project);
    await fails(`require("${entry}")`, /is not defined by "exports"/, project);
  }
});

test("a package built again is reported once", async () => {
  const built = join(dirname(kernel.folder), `built-${process.pid}`);
  mkdirSync(built);
  const files = ["package.json", "index.js", "index.d.ts"];
  const texts = [
    '{ "name": "built", "type": "module", "main": "index.js", "types": "index.d.ts" }',
    "export const v = 1;",
    "export declare const v: number;",
  ];
  files.forEach((file, at) => {
    kernel.write(join("..", `built-${process.pid}`, file), String(texts[at]));
  });
  mkdirSync(join(kernel.folder, "node_modules"), { recursive: true });
  symlinkSync(built, join(kernel.folder, "node_modules", "built"), "dir");
  try {
    await gives('import { v } from "built"; v', "1");
    await new Promise((resolve) => setTimeout(resolve, 20));
    kernel.write(join("..", `built-${process.pid}`, "index.js"), "export const v = 2;");
    const { stderr } = await kernel.run('import { v } from "built"; v');
    assert.match(stderr, /built has been built again.*Restart/);
    assert.equal(stderr.trim().split("\n").length, 1);
    assert.equal((await kernel.run('import { v } from "built"; v')).stderr, "");
  } finally {
    rmSync(built, { recursive: true });
  }
});

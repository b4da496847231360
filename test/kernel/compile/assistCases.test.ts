import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createCompiler } from "../../../src/kernel/compile/compiler.js";
import { replyMakerOf } from "../../../src/kernel/wire/replies.js";
import { lessonStem } from "../../notebooks/notebook.js";

/** A notebook's folder, below one with packages of its own. */
const above = mkdtempSync(join(tmpdir(), "assist-"));
const folder = join(above, "notebook");
after(() => {
  rmSync(above, { recursive: true });
});

function put(path: string, content: string | object): void {
  const file = join(above, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
}

put("notebook/package.json", { imports: { "#help": "./helpers.ts", "#lib/*": "./lib/*.ts" } });
put("notebook/helpers.ts", "export const help = 1;\nexport function helper(a: number) { return a }");
put("notebook/hello.js", "export const hello = 1;");
put("notebook/types.d.ts", "export {};");
put("notebook/lib/one.ts", "export const one = 1;");
put("notebook/data.json", "{}");
put("notebook/data/table.csv", "");
put("notebook/data/deep/picture.png", "");
put("notebook/my file's.txt", "");
put("notebook/größe.txt", "");
put("notebook/.hidden", "");
put("notebook/node_modules/.bin/tool", "");
put("notebook/node_modules/date-fns/package.json", {
  name: "date-fns",
  version: "3.6.0",
  description: "Dates.",
  exports: {
    ".": { types: "./index.d.ts", default: "./index.js" },
    "./format": { require: { types: "./format.d.ts", default: "./format.js" } },
    "./locale/*": { types: "./locale/*.d.ts", default: "./locale/*.js" },
    "./inner": null,
    "./package.json": "./package.json",
  },
});
put(
  "notebook/node_modules/date-fns/index.d.ts",
  "export declare function format(date: Date, how: string): string;\nexport declare const days: 7;",
);
for (const each of ["index.js", "format.js", "locale/de.js", "locale/en.js", "locale/en.d.ts"])
  put(`notebook/node_modules/date-fns/${each}`, "");
put("node_modules/lodash/package.json", { name: "lodash", version: "4.17.21", main: "lodash.js" });
for (const each of ["lodash.js", "fp.js", "fp/add.js", "flow.js"]) put(`node_modules/lodash/${each}`, "");
put("node_modules/@duckdb/node-api/package.json", {
  name: "@duckdb/node-api",
  version: "1.2.0",
  main: "x.js",
});
put("linked/package.json", { name: "linked", version: "0.0.1" });
symlinkSync(join(above, "linked"), join(above, "node_modules", "linked"));

const compiler = createCompiler({ folder });
const cells = [
  `/** The rate. */
const learningRate = 0.1;
let counter = 1;
var oldest = "x";
function plus(a: number, b: number) { return a + b }
class Net<T> { #w = 1; constructor(public size: number, private secret = 2) {} /** Runs. */ run(x: T) { return x } static make() { return 1 } }`,
  `/** A point. */
interface Point { x: number; readonly y?: string; move(by: number): void }
type Kind = "red" | "green" | "dark blue";
enum Color { Red, Green = "g" }
namespace Geometry { export const pi = 3; export interface Shape { corners: number } }
const origin: Point = { x: 0, move() {} };
const list = [{ name: "a", value: 1 }];
const keyed = { "my-key": 1, "other key": 2, plain: 3 };
type Quoted = "it's" | 'say "x"';
const weird = { "it's": 1, 'a"b': 2 };
const onlyKeys = { "my-key": 1 };
const größe = { länge: 1 };
let either: string | number = 1;
const later = Promise.resolve({ first: 1 });
function draw(options: { color?: Kind; size: number; "data-x"?: 1; deep?: { inner: "a" | "b" } }) {}
function over(a: string): string;
function over(a: number, b?: number): number;
function over(a: any): any { return a }`,
  `import * as path from "node:path";
import { readFileSync } from "node:fs";
import { format } from "date-fns";`,
];
for (const [at, source] of cells.entries()) compiler.compile(source, at + 1);

/** A cell with the cursor at `|`. */
function at(marked: string): [source: string, offset: number] {
  const offset = marked.indexOf("|");
  assert.ok(offset >= 0, marked);
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset];
}

/** Cells, what each completion makes of the part that it replaces, and what is replaced. */
type Case = [marked: string, texts: string[], replaced: string];

function check(cases: readonly Case[]): void {
  for (const [marked, texts, replaced] of cases) {
    const [source, offset] = at(marked);
    const { matches, start, end } = compiler.complete(source, offset);
    assert.deepEqual(
      { texts: matches.map(({ text }) => text), replaced: source.slice(start, end) },
      { texts, replaced },
      marked,
    );
  }
}

/** Cells in which all of these are offered, and none of those. */
function offers(cases: readonly [marked: string, some: string[], none?: string[]][]): void {
  for (const [marked, some, none = []] of cases) {
    const texts = compiler.complete(...at(marked)).matches.map(({ text }) => text);
    for (const each of some)
      assert.ok(texts.includes(each), `${marked}: ${each} in ${texts.slice(0, 20).join(" ")}`);
    for (const each of none) assert.ok(!texts.includes(each), `${marked}: ${each}`);
  }
}

test("complete(source, offset) finds modules wherever one is named, in half-written lines too", () => {
  const places = [
    (path: string) => `import x from "${path}"`,
    (path: string) => `import x from '${path}';\nconst y = 1;`,
    (path: string) => `import { } from "${path}`,
    (path: string) => `import { } from "${path};\nconst y = 1`,
    (path: string) => `import "${path}`,
    (path: string) => `import type { X } from "${path}"`,
    (path: string) => `import * as x from "${path}`,
    (path: string) => `import x, { y } from "${path}`,
    (path: string) => `import { a, from "${path}`,
    (path: string) => `export * from "${path}"`,
    (path: string) => `export { x } from "${path}`,
    (path: string) => `const x = await import("${path}")`,
    (path: string) => `const x = await import("${path}`,
    (path: string) => `await import(\`${path}\`)`,
    (path: string) => `import("${path}").then((x) => x)`,
    (path: string) => `const x = require("${path}")`,
    (path: string) => `const { x } = require('${path}`,
    (path: string) => `require.resolve("${path}")`,
    (path: string) => `import x = require("${path}")`,
    (path: string) => `let t: typeof import("${path}")`,
    (path: string) => `import a from "node:fs";\nimport x from "${path}";\nx.y()`,
    (path: string) => `const wrong: string = 1;\n"😀"; import x from "${path}"`,
  ];
  for (const place of places) {
    check([
      [place("date-f|"), ["date-fns"], "date-f"],
      [place("@duck|"), ["@duckdb/node-api"], "@duck"],
      [place("./he|"), ["hello", "hello.js", "helpers", "helpers.ts"], "he"],
    ]);
  }
});

test("complete(source, offset) knows packages, what they export, built-in modules and the reader's own", () => {
  check([
    ["import 'DATE|'", ["date-fns"], "DATE"],
    ["import 'da|te-fns'", ["date-fns"], "date-fns"],
    ["import 'link|'", ["linked"], "link"],
    ["import '@duckdb/|'", ["node-api"], ""],
    ["import 'convla|'", ["convlab"], "convla"],
    ["import 'convlab/l|'", ["lessons"], "l"],
    ["import 'date-fns/|'", ["format", "locale/"], ""],
    ["import 'date-fns/f|'", ["format"], "f"],
    ["import 'date-fns/locale/|'", ["de", "en"], ""],
    ["import 'date-fns/locale/d|e'", ["de"], "de"],
    ["import 'date|-fns/format'", ["date-fns"], "date-fns"],
    ["import 'lodash/f|'", ["flow", "fp/", "fp"], "f"],
    ["import 'lodash/fp/|'", ["add"], ""],
    ["import 'nothing/|'", [], ""],
    ["import '#|'", ["#help", "#lib/"], "#"],
    ["import '#h|'", ["#help"], "#h"],
    ["import '#lib/|'", ["one"], ""],
    ["import '.|'", ["./", "../"], "."],
    ["import '..|'", ["../"], ".."],
    ["import './lib/|'", ["one", "one.ts"], ""],
    ["import './data.|'", ["data.json"], "data."],
    ["import './ty|'", [], "ty"],
    ["import 'node:fs/|'", ["promises"], ""],
    ["import 'fs/|'", ["promises"], ""],
    ["import 'node:te|'", ["node:test", "node:test/reporters"], "node:te"],
    ["import x from 'child|'", ["child_process"], "child"],
  ]);
  offers([
    [
      "import '|'",
      ["date-fns", "lodash", "@duckdb/node-api", "fs", "node:fs"],
      [".bin", "@duckdb", "node:sys/x"],
    ],
    ["import 'node:|'", ["node:fs", "node:fs/promises", "node:path"], ["fs", "date-fns"]],
    ["import './|'", ["data/", "lib/", "helpers.ts"], ["node_modules/", ".hidden", "größe.txt"]],
    ["import '../|'", ["linked/", "notebook/"], ["node_modules/"]],
  ]);
});

test("complete(source, offset) lists files in texts that are paths, and only there", () => {
  check([
    ["readFileSync('da|')", ["data/", "data.json"], "da"],
    ["readFileSync('da|", ["data/", "data.json"], "da"],
    ["readFileSync(`da|`)", ["data/", "data.json"], "da"],
    ["readFileSync('data/|')", ["deep/", "table.csv"], ""],
    ["readFileSync('data/t|')", ["table.csv"], "t"],
    ["readFileSync('DATA.|')", ["data.json"], "DATA."],
    ["readFileSync('gr|')", ["größe.txt"], "gr"],
    ["readFileSync('.h|')", [".hidden"], ".h"],
    ["readFileSync('my|')", ["my file\\'s.txt"], "my"],
    ['readFileSync("my f|")', ["my file's.txt"], "my f"],
    ["import fs from 'fs'; fs.existsSync('da|')", ["data/", "data.json"], "da"],
    ["import fs from 'node:fs/promises'; await fs.readdir('da|')", ["data/", "data.json"], "da"],
    ["createReadStream('da|')", ["data/", "data.json"], "da"],
    ["decodeImage('da|')", ["data/", "data.json"], "da"],
    ["imagesFromFolder('da|')", ["data/", "data.json"], "da"],
    ["import { loadModel } from 'convlab'; loadModel('da|')", ["data/", "data.json"], "da"],
    ["function open(file: string, mode: string) {}\nopen('da|')", ["data/", "data.json"], "da"],
    ["function open(file: string, mode: string) {}\nopen('x', 'da|')", [], "da"],
    ["path.join('da|')", ["data/", "data.json"], "da"],
    ["path.join('data', 'de|')", ["deep/"], "de"],
    ["path.join(__dirname, 'data', 'de|')", ["deep/"], "de"],
    ["path.join(oldest, 'da|')", [], "da"],
    ["const file = 'da|'", ["data/", "data.json"], "da"],
    ["const r = { path: 'da|' }", ["data/", "data.json"], "da"],
    ["'./data/|'", ["deep/", "table.csv"], ""],
    ["'./da|ta/table.csv'", ["data"], "data"],
    ["const x = 'data/de|'", ["deep/"], "de"],
    ["new URL('./da|', import.meta.url)", ["data/", "data.json"], "da"],
    ["'../no|'", ["node_modules/", "notebook/"], "no"],
    [`'${above}/no|'`, ["node_modules/", "notebook/"], "no"],
    ["tf.loadLayersModel('file://da|')", ["data/", "data.json"], "da"],
    ["tf.loadLayersModel('file://./data/|')", ["deep/", "table.csv"], ""],
    ["'data|'", [], "data"],
    ["'a/b|'", [], "a/b"],
    ["console.log('da|')", [], "da"],
    ["'a,b'.split('/|')", [], "/"],
    ["'https://da|'", [], "https://da"],
  ]);
  offers([["readFileSync('data.json', 'ut|')", ["utf8"], ["data.json"]]]);
});

test("complete(source, offset) knows what require gives, here and in later cells", () => {
  check([
    ["require('fs').readFileS|", ["readFileSync"], "readFileS"],
    ["const { readFileS| } = require('node:fs')", ["readFileSync"], "readFileS"],
    ["const files = require('fs').promises; files.readdi|", ["readdir"], "readdi"],
    ["const a = require('fs'), b = require('date-fns');\nb.form|", ["format"], "form"],
    ["require('./helpers').|", ["help", "helper"], ""],
    ["require.reso|", ["resolve"], "reso"],
    ["const require = (x: string) => ({ mine: x }); require('fs').|", ["mine"], ""],
  ]);
  const later = createCompiler({ folder });
  later.compile(
    "const fs = require('fs');\nvar { format, days: week, ...rest } = require('date-fns');\nconst read = require('fs').promises.readFile;\nconst none = require('nothing');",
    1,
  );
  const texts = (marked: string): string[] => later.complete(...at(marked)).matches.map(({ text }) => text);
  assert.deepEqual(texts("fs.existsS|"), ["existsSync"]);
  assert.deepEqual(texts("week.toF|"), ["toFixed"]);
  assert.deepEqual(texts("none.|"), []);
  assert.equal(later.inspect(...at("form|at"))?.signature, "let format: (date: Date, how: string) => string");
  // The check is what it was: anything goes.
  later.compile("fs.existsSync(1, 2, 3).anything; format.nothing; read.nothing", 2);
});

test("complete(source, offset) offers texts, keys and members by type", () => {
  check([
    ["const k: Kind = '|'", ["dark blue", "green", "red"], ""],
    ["let q: Quoted = '|'", ["it\\'s", 'say "x"'], ""],
    ['let q: Quoted = "|"', ["it's", 'say \\"x\\"'], ""],
    ["weird['|']", ['a"b', "it\\'s"], ""],
    ["let t: typeof keyed.|", ["plain"], ""],
    ["const k: Kind = 'dark |", ["dark blue"], "dark "],
    ["const k: Kind = `r|`", ["red"], "r"],
    ["const k: Kind = true ? 'r|ed' : 'green'", ["red"], "red"],
    ["const all: Kind[] = ['red', 'g|']", ["green"], "g"],
    ["keyed['|']", ["my-key", "other key", "plain"], ""],
    ['keyed["m|', ["my-key"], "m"],
    ["keyed.|", ["plain"], ""],
    ["onlyKeys.|", ['["my-key"]'], "."],
    ["keyed.my|", ['["my-key"]'], ".my"],
    ["keyed\n  .ot|her", ['["other key"]'], ".other"],
    ["type A = Point['m|']", ["move"], "m"],
    ["draw({ co| })", ["color"], "co"],
    ["draw({ color: 'red', | size: 2 })", ['"data-x"', "deep"], ""],
    ["draw({ da| })", ['"data-x"'], "da"],
    ["draw({ size: 1, color: '|' })", ["dark blue", "green", "red"], ""],
    ["draw({ size: 1, deep: { inner: '|' } })", ["a", "b"], ""],
    ["draw({ size: 1, deep: { inner: '|", ["a", "b"], ""],
    ["const { na| } = list[0]", ["name"], "na"],
    ["list.map(({ va| }) => 1)", ["value"], "va"],
    ["import { readFileS| } from 'node:fs'", ["readFileSync"], "readFileS"],
    ["import { form| } from 'date-fns", ["format"], "form"],
    ["export { form| } from 'date-fns'", ["format"], "form"],
    ["import { helper, he| } from './helpers'", ["help"], "he"],
    ["const { form| } = await import('date-fns')", ["format"], "form"],
    ["Color.|", ["Green", "Red"], ""],
    ["switch (x) { case Color.G| }", ["Green"], "G"],
    ["Geometry.|", ["pi"], ""],
    ["let s: Geometry.|", ["Shape"], ""],
    [`\`\${origin.m|}\``, ["move"], "m"],
    [`\`\${\`\${learn|\``, ["learningRate"], "learn"],
    ["class A { one = 1; two() { this.o| } }", ["one"], "o"],
    ["class A { #one = 1; two() { this.#| } }", ["#one"], "#"],
    ["class A { #one = 1; two() { this.#o| } }", ["#one"], "#o"],
    ["origin?.m|", ["move"], "m"],
    ["origin!.m|", ["move"], "m"],
    ["(origin as Point).m|", ["move"], "m"],
    ["(await later).f|", ["first"], "f"],
    ["größe.l|", ["länge"], "l"],
    ["'😀😀' + origin.m|ove", ["move"], "move"],
    ["const 変数 = { 名前: 1 }; 変数.名|", ["名前"], "名"],
    ["const a𝒳 = 1; a𝒳|", ["a𝒳"], "a𝒳"],
    ["outer: for (;;) break ou|", ["outer"], "ou"],
    ["list\n  .filter(Boolean)\n  .findLastI|\n  .x()", ["findLastIndex"], "findLastI"],
    ["for (const a of list) { a.|", ["name", "value"], ""],
    ["list.map((item) => { item.v|", ["value"], "v"],
    ["if (learningRate > 0) {\n  origin.m|\n", ["move"], "m"],
    ["const wrong: string = 1; nothing(); origin.m|", ["move"], "m"],
    ["origin.|\nconst z = 1", ["move", "x", "y"], ""],
    ["origin.|\r\nplus(1, 2)", ["move", "x", "y"], ""],
    ["origin\n  // the point\n  .m|", ["move"], "m"],
    ["(origin as any).|", [], ""],
    ["either = 'text'; either.at|", ["at"], "at"],
    ["const b = dist|; const distance = 1", ["distance"], "dist"],
  ]);
  offers([
    ["new |", ["Net", "Map"]],
    ["const p: |", ["Point", "Kind", "Net", "Color", "string"]],
    ["wh|", ["while"]],
    ["fun|", ["function"]],
    ["import { | } from 'node:fs'", ["readFileSync", "writeFileSync"], ["learningRate"]],
    ["class D implements Point { | }", ["move", "x"]],
  ]);
});

test("complete(source, offset) offers the names of earlier cells in every place where a name can stand", () => {
  const names = [
    "learningRate",
    "counter",
    "oldest",
    "plus",
    "Net",
    "Color",
    "Geometry",
    "path",
    "format",
    "größe",
  ];
  const places = [
    (name: string) => name,
    (name: string) => `[...${name}]`,
    (name: string) => `f(1, ...${name}`,
    (name: string) => `// It ends with a dot.\n${name}`,
    (name: string) => `/* One. */ ${name}`,
    (name: string) => `"One."; ${name}`,
    (name: string) => `1. + ${name}`,
    (name: string) => `\`a. \${${name}\``,
    (name: string) => `if (${name}`,
    (name: string) => `const x = { a: ${name} }`,
    (name: string) => `const x = [1, ${name}]`,
    (name: string) => `() => ${name}`,
    (name: string) => `export const x = ${name}`,
    (name: string) => `export default ${name}`,
    (name: string) => `typeof ${name}`,
    (name: string) => `const wrong: string = 1;\nfoo(;\n${name}`,
    (name: string) => `"😀"; ${name}`,
    (name: string) => `await ${name}`,
  ];
  for (const name of names) for (const place of places) offers([[place(`${name.slice(0, -1)}|`), [name]]]);
  check([
    ["export { learn| }", ["learningRate"], "learn"],
    ["({ learn|, counter })", ["learningRate"], "learn"],
    ["plus(learn|ningRate, 1)", ["learningRate"], "learnningRate"],
    ["origin.learn|", [], "learn"],
    ["// learn|", [], "learn"],
    ["/** learn| */", [], "learn"],
    ["'learn|'", [], "learn"],
    ["12|", [], "12"],
  ]);
});

test("inspect(source, offset) finds nothing where nothing is named", () => {
  const marked = [
    "|",
    "  |  ",
    "learningRate |",
    "learningRate;|",
    "learningRate\n|\n",
    "12|3",
    "1.|5",
    "'text|'",
    "`text|`",
    "// plus|",
    "/* plus| */ 1",
    "/** plus| */",
    "con|st a = 1",
    "whi|le (true) {}",
    "ne|w Net(1)",
    "unknown|",
    "unkn|own.a",
    "origin.unkn|own",
    "plus(unkn|own)",
    "plus(1, /* he|re */ 2)",
    "plus(tr|ue)",
    "unknown(|",
    "import x from 'nothing|'",
    "out|er: for (;;) break",
    "import { nothi|ng } from 'date-fns'",
    "+|",
    "()|",
    "let x: str|ing",
  ];
  for (const each of marked) assert.equal(compiler.inspect(...at(each)), undefined, each);
});

test("inspect(source, offset) shows types with what they hold, and what is called", () => {
  const point = "interface Point {\n  x: number;\n  readonly y?: string;\n  move(by: number): void;\n}";
  const net =
    "class Net<T> {\n  constructor(size: number, secret?: number);\n  size: number;\n  run(x: T): T;\n  static make(): number;\n}";
  const cases: [marked: string, signature: string, documentation?: string][] = [
    ["const p: Poi|nt = origin", point, "A point."],
    ["Poi|nt", point, "A point."],
    [
      "interface Here { a(): 1; a(x: number): 2; [key: string]: unknown }\nlet h: He|re",
      "interface Here {\n  [key: string]: unknown;\n  a(): 1;\n  a(x: number): 2;\n}",
    ],
    ["let k: Ki|nd", 'type Kind = "red" | "green" | "dark blue"'],
    ["Kin|d", 'type Kind = "red" | "green" | "dark blue"'],
    ["Colo|r", 'enum Color {\n  Red = 0,\n  Green = "g",\n}'],
    ["Color.Re|d", "(enum member) Color.Red = 0"],
    ["Ne|t", net],
    ["Geometr|y", "namespace Geometry {\n  const pi: 3;\n  interface Shape;\n}"],
    ["Geometry.Sha|pe", "interface Geometry.Shape {\n  corners: number;\n}"],
    ["new Net(|", "constructor Net<unknown>(size: number, secret?: number): Net<unknown>"],
    ["origin.mo|ve(1)", "(method) Point.move(by: number): void"],
    ["origin.|", "const origin: Point"],
    ["list.map((item) => item.na|me.length)", "(property) name: string"],
    [
      "list\n  .filter(Boolean)\n  .len|gth",
      "(property) Array<{ name: string; value: number; }>.length: number",
    ],
    ["draw({ colo|r: 'red', size: 1 })", "(property) color?: Kind"],
    ["keyed['my-ke|y']", '(property) "my-key": number'],
    ["plus('tex|t')", "function plus(a: number, b: number): number"],
    ["plus(1, |", "function plus(a: number, b: number): number"],
    ["((a: string) => a)(|)", "(a: string): string"],
    ["export { learn|ingRate }", "const learningRate: 0.1", "The rate."],
    [
      "import x from 'date-fn|s'",
      'module "date-fns" {\n  function format(date: Date, how: string): string;\n  const days: 7;\n}',
      "date-fns 3.6.0\n\nDates.\n\n`date-fns/index.d.ts`",
    ],
    [
      "require('date-fns|')",
      'module "date-fns" {\n  function format(date: Date, how: string): string;\n  const days: 7;\n}',
      "date-fns 3.6.0\n\nDates.\n\n`date-fns/index.d.ts`",
    ],
    [
      "import '@duckdb/node-ap|i'",
      'module "@duckdb/node-api"',
      "@duckdb/node-api 1.2.0\n\n`@duckdb/node-api`",
    ],
    [
      "await import('./helper|s')",
      'module "./helpers" {\n  function helper(a: number): number;\n  const help: 1;\n}',
      "`helpers.ts`",
    ],
    ["const he|re = await import('./helpers')", 'const here: typeof import("./helpers")'],
    [
      "import '#hel|p'",
      'module "#help" {\n  function helper(a: number): number;\n  const help: 1;\n}',
      "`helpers.ts`",
    ],
  ];
  for (const [marked, signature, documentation] of cases) {
    const found = compiler.inspect(...at(marked));
    const missing = 'module "@duckdb/node-api"';
    assert.equal(found?.signature.replaceAll("'", '"'), signature, marked);
    if (documentation !== undefined && signature !== missing)
      assert.equal(found?.documentation, documentation, marked);
  }
  const builtin = compiler.inspect(...at("import 'node:pat|h'"));
  assert.match(
    builtin?.signature ?? "",
    /^module "node:path" \{\n {2}function normalize\(path: string\): string;/,
  );
  for (const marked of ["import { t|f } from 'convlab'", "import { tf } from 'convlab'; tf.lay|ers"]) {
    assert.match(
      compiler.inspect(...at(marked))?.signature ?? "",
      /^namespace \w+ \{\n(?: {2}\w+ .*\n){20} {2}\/\/ … and \d+ more\n\}$/,
    );
  }
  assert.equal(builtin?.documentation, `Node ${process.version}`);
  assert.match(
    compiler.inspect(...at("pat|h"))?.signature ?? "",
    /^namespace path \{\n[\s\S]* function join\(/,
  );
});

test("inspect(source, offset) shows the comments on variables of earlier cells, whatever their types", () => {
  const documented = createCompiler({ folder });
  let cell = 0;
  const values = ["1", "'a'", "[1, 2]", "{ a: 1 }", "() => 1", "new Map<string, number>()", "null as any"];
  for (const [index, value] of values.entries()) {
    for (const word of ["let", "const", "var"]) {
      const name = `${word}${index}`;
      documented.compile(`/** About ${name}. */\n${word} ${name} = ${value};`, ++cell);
      assert.equal(documented.inspect(name, 2)?.documentation, `About ${name}.`, name);
    }
  }
});

test("inspect(source, offset, 1) tells all overloads and more members", () => {
  const [source, offset] = at("ove|r(1)");
  assert.equal(
    compiler.inspect(source, offset)?.signature,
    "function over(a: number, b?: number): number (+1 overload)",
  );
  assert.equal(
    compiler.inspect(source, offset, 1)?.signature,
    "function over(a: string): string\nfunction over(a: number, b?: number): number",
  );
  assert.match(
    compiler.inspect(...at("[1].con|cat([2])"), 1)?.signature ?? "",
    /^(\(method\) Array<number>\.concat\(.*\): number\[\]\n?){2}$/,
  );
  const maps = compiler.inspect(...at("new Ma|p()"), 1)?.signature.split("\n") ?? [];
  assert.ok(
    maps.length > 1 && maps.every((line) => /^new Map(?:<.*>)?\(.*\): Map</.test(line)),
    maps.join("\n"),
  );
  const lines = (detail: 0 | 1): number =>
    compiler.inspect(...at("import 'node:f|s'"), detail)?.signature.split("\n").length ?? 0;
  assert.equal(lines(0), 23);
  assert.ok(lines(1) > 100);
});

test("inspect(source, offset) turns doc comments into Markdown", () => {
  const source = `/** Doubles, see {@link plus} and {@link https://example.org the page}.
 * @param a a number
 * @example
 * double(2) // 4
 * @deprecated Use {@link plus}. */
function double(a: number) { return a }
dou|ble`;
  assert.deepEqual(compiler.inspect(...at(source)), {
    signature: "function double(a: number): number",
    documentation:
      "Doubles, see `plus` and [the page](https://example.org).\n\n*@deprecated* Use `plus`.\n\n*@param* `a`: a number\n\n*@example*\n\n```typescript\ndouble(2) // 4\n```",
  });
});

test("replies count the replaced part in code points", async () => {
  const source = '"😀"; import x from "date-f';
  const make = replyMakerOf("complete_request");
  const context = {
    message: {
      header: { msg_type: "complete_request" },
      content: { code: source, cursor_pos: [...source].length },
    },
  };
  const handlers = { complete: (code: string, cursor: number) => compiler.complete(code, cursor) };
  const reply = await make?.(handlers as never, context as never);
  const { metadata, ...rest } = reply as { metadata: object };
  assert.deepEqual(rest, { matches: ["date-fns"], cursor_start: 20, cursor_end: 26 });
  assert.deepEqual(metadata, {
    _jupyter_types_experimental: [{ start: 20, end: 26, text: "date-fns", type: "module" }],
  });
});

test("at every place of the lessons, whole or broken off there, a reply replaces what the cursor stands in", () => {
  const lessons = fileURLToPath(new URL("../../../notebooks", import.meta.url));
  const kept = createCompiler({ folder: lessons });
  const { cells: all } = JSON.parse(
    readFileSync(join(lessons, `${lessonStem("convolution")}.ipynb`), "utf8"),
  ) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  let replies = 0;
  let cell = 0;
  for (const { source, cell_type } of all) {
    if (cell_type !== "code") continue;
    const text = typeof source === "string" ? source : source.join("");
    for (let offset = (7 * cell) % 67; offset <= text.length; offset += 67) {
      for (const shown of [text, text.slice(0, offset)]) {
        const { matches, start, end } = kept.complete(shown, offset);
        const where = `${shown.slice(0, offset)}|`;
        assert.ok(start <= offset && offset <= end && end <= shown.length, where);
        const written = shown.slice(start, offset).toLowerCase();
        for (const each of matches)
          assert.ok(
            each.text.toLowerCase().replace(/^["']/, "").startsWith(written),
            `${where}: ${each.text}`,
          );
        replies += matches.length > 0 ? 1 : 0;
        const found = kept.inspect(shown, offset);
        assert.doesNotMatch(found?.signature ?? "", /__|\(alias\)/, where);
      }
    }
    kept.compile(text, ++cell);
  }
  assert.ok(replies > 100, String(replies));
});

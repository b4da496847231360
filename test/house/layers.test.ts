import assert from "node:assert/strict";
import { test } from "node:test";
import { filesUnder, read } from "./files.js";
import { anysIn, circles, exportedValues, importFaults, statementsBesidesExports } from "./layers.js";

const longest = 150;
/** An explorer is one declarative specification; `explorers.test.ts` sees to it that such a file holds nothing else. */
const longestSpecification = 250;
const isSpecification = (path: string) => /^src\/lessons\/.+Explorer\.ts$/.test(path);
/** Files that may be longer, each with its reason. */
const longer: Record<string, string> = { "src/lessons/index.ts": "the list of what is public" };

const sources = filesUnder("src", ".ts");

test("src/ imports inward only, and TensorFlow through networks/tf.ts", () => {
  assert.ok(sources.length > 5, "src/ was found");
  assert.deepEqual(
    sources.flatMap((path) => importFaults(path, read(path))),
    [],
  );
});

test("importFaults(path, source) finds each kind of fault", () => {
  const cases: [path: string, source: string, expected: RegExp][] = [
    ["src/arithmetic/a.ts", 'import { b } from "../images/b.js";', /arithmetic may not import images/],
    ["src/arithmetic/a.ts", 'import fs from "node:fs";', /arithmetic\/ imports nothing outside itself/],
    ["src/arithmetic/a.ts", 'import jstat from "jstat";', /arithmetic\/ imports nothing outside itself/],
    ["src/arithmetic/statistics/studentT.ts", 'import "vega";', /arithmetic\/ imports nothing outside/],
    [
      "src/charts/a.ts",
      'import { digitAt } from "../images/digits/digits.js";',
      /charts may not import images/,
    ],
    [
      "src/notebook/a.ts",
      'import { exercise } from "../lessons/exercise/exercise.js";',
      /may not import lessons/,
    ],
    [
      "src/kernel/a.ts",
      'import { lessonOrder } from "../lessons/order.js";',
      /kernel may not import lessons/,
    ],
    ["src/charts/index.ts", 'export { a } from "../images/a.js";', /charts may not import images/],
    ["src/lessons/pooling/a.ts", 'import { tf } from "../../index.js";', /lessons may not import index\.ts/],
    ["src/lessons/pooling/a.ts", 'import { x } from "../index.js";', /name the file that it lists/],
    [
      "src/lessons/pooling/a.ts",
      'import type { B } from "../convolution/b.js";',
      /the inside of lesson convolution/,
    ],
    [
      "src/lessons/exercise/a.ts",
      'import { b } from "../convolution/b.js";',
      /the inside of lesson convolution/,
    ],
    [
      "src/networks/training/fit.ts",
      'import { native } from "./fast/native.js";',
      /its doors are binding\.ts, outputs\.ts, step\.ts/,
    ],
    [
      "src/networks/a.ts",
      'import { pickle } from "./files/torch/pickle.js";',
      /its doors are readTorchFile\.ts/,
    ],
    ["src/networks/a.ts", 'import { mean } from "convlab/arithmetic";', /the package it is part of/],
    ["src/images/a.ts", 'export { tf } from "../networks/tf.js";', /images may not import networks/],
    [
      "src/networks/a.ts",
      'const show = await import("../notebook/show.js");',
      /networks may not import notebook/,
    ],
    ["src/notebook/a.ts", 'type K = import("../kernel/main.js").K;', /notebook may not import kernel/],
    [
      "src/networks/fit.ts",
      'import * as tf from "@tensorflow/tfjs-node";',
      /only through src\/networks\/tf\.ts/,
    ],
    [
      "src/notebook/a.ts",
      'const tf = require("@tensorflow/tfjs-node");',
      /only through src\/networks\/tf\.ts/,
    ],
    ["src/images/a.ts", 'import { b } from "./b";', /without its \.js/],
    ["src/images/a.ts", 'import { x } from "../../scripts/x.js";', /outside src/],
    ["src/tools/a.ts", "export {};", /in no room/],
    ["src/stray.ts", "export {};", /in no room/],
  ];
  for (const [path, source, expected] of cases) assert.match(importFaults(path, source).join("\n"), expected);
  assert.deepEqual(importFaults("src/networks/tf.ts", 'import tf from "@tensorflow/tfjs-node";'), []);
  const fine: [path: string, source: string][] = [
    ["src/arithmetic/statistics/studentT.ts", 'import jstat from "jstat";'],
    ["src/notebook/a.ts", 'import { fit } from "../networks/training/fit.js";'],
    ["src/lessons/pooling/a.ts", 'import { pocketForward } from "../pocket/pocket.js";'],
    ["src/lessons/exercise/all.ts", 'import { exercises } from "../pooling/exercises.js";'],
    ["src/lessons/index.ts", 'export { poolingExplorer } from "./pooling/poolingExplorer.js";'],
    ["src/networks/training/fit.ts", 'import { step } from "./fast/step.js";'],
    ["src/networks/training/fast/step.ts", 'import { native } from "./native.js";'],
  ];
  for (const [path, source] of fine) assert.deepEqual(importFaults(path, source), [], path);
});

test("no file of src/ takes part in a circle of imports, not even of types", () => {
  assert.deepEqual(circles(new Map(sources.map((path) => [path, read(path)]))), []);
});

test("circles(files) finds circles of any length, of types and of lazy imports", () => {
  const files = new Map([
    ["src/a.ts", 'import type { B } from "./b.js";'],
    ["src/b.ts", 'type A = import("./c/d.js").D;'],
    ["src/c/d.ts", 'export { A } from "../a.js";'],
    ["src/e.ts", 'import { A } from "./a.js"; import "node:fs";'],
    ["src/f.ts", 'const f = await import("./f.js");'],
  ]);
  assert.deepEqual(circles(files), [["src/a.ts", "src/b.ts", "src/c/d.ts"], ["src/f.ts"]]);
});

const lists = ["src/index.ts", "src/lessons/index.ts", "src/arithmetic/index.ts", "src/charts/index.ts"];

test("the four entries are lists, nothing more, each name in one place", () => {
  for (const path of lists) assert.deepEqual(statementsBesidesExports(read(path)), [], path);
  assert.deepEqual(statementsBesidesExports("const a = 1;\nexport { a };").length, 2);
  const [all, lessons] = lists.map((path) => exportedValues(read(path)));
  assert.ok(all && lessons);
  assert.ok(
    all.length <= 110,
    `convlab has ${all.length} values: what only a lesson needs goes to convlab/lessons`,
  );
  assert.deepEqual(
    all.filter((name) => lessons.includes(name)),
    [],
  );
  assert.ok(!all.includes("*") && !lessons.includes("*"), "names are listed one by one");
  assert.deepEqual(exportedValues('export { a, type B } from "./c.js"; export type { D } from "./d.js";'), [
    "a",
  ]);
});

test("public types hold no `any`", () => {
  const declarations = filesUnder("dist", ".d.ts").filter((path) => !path.startsWith("dist/experiments/"));
  assert.ok(declarations.length > 5, "dist/ is built");
  assert.deepEqual(
    declarations.flatMap((path) => anysIn(path, read(path))),
    [],
  );
  assert.deepEqual(anysIn("a.d.ts", "// any\nexport declare const a: Record<string, any[]>;"), ["a.d.ts:2"]);
});

test(`files of src/ have at most ${longest} lines, explorers ${longestSpecification}`, () => {
  const long = sources
    .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
    .filter(({ path, lines }) => lines > (isSpecification(path) ? longestSpecification : longest))
    .filter(({ path }) => !(path in longer));
  assert.deepEqual(long, []);
});

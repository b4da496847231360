import assert from "node:assert/strict";
import { test } from "node:test";
import { filesUnder, read } from "./files.js";
import { anysIn, importFaults, statementsBesidesExports } from "./layers.js";

const longest = 150;
/** Files that may be longer, each with its reason. */
const longer: Record<string, string> = { "src/index.ts": "the list of what is public" };

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
    [
      "src/charts/a.ts",
      'import type { LayerRow } from "../arithmetic/layers.js";',
      /charts may not import arithmetic/,
    ],
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
  assert.deepEqual(importFaults("src/notebook/a.ts", 'import { fit } from "../networks/fit.js";'), []);
});

test("src/index.ts is the public list, nothing more", () => {
  assert.deepEqual(statementsBesidesExports(read("src/index.ts")), []);
  assert.deepEqual(statementsBesidesExports("const a = 1;\nexport { a };").length, 2);
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

test(`files of src/ have at most ${longest} lines`, () => {
  const long = sources
    .map((path) => ({ path, lines: read(path).split("\n").length - 1 }))
    .filter(({ path, lines }) => lines > longest && !(path in longer));
  assert.deepEqual(long, []);
});

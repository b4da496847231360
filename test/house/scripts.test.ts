import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { filesUnder, read, root } from "./files.js";
import { circles } from "./layers.js";

const scripts = ["scripts", "bench"].flatMap((folder) =>
  [".mjs", ".cjs"].flatMap((ending) => filesUnder(folder, ending)),
);

/** The source with the imports of its comments as statements: `@import { Step } from "./stamps.mjs"` counts as well. */
function withTypes(source: string): string {
  const named = [...source.matchAll(/(?:@import .* from |\bimport\()("\.[^"]+")/g)];
  return [source, ...named.map(([, file]) => `import ${file};`)].join("\n");
}

test("scripts/ and bench/ import each other in no circle", () => {
  assert.ok(scripts.includes("scripts/installation.cjs") && scripts.includes("bench/node.mjs"));
  const sources = new Map(
    scripts.map((path) => [path.replace(/\.cjs$/, ".cts"), withTypes(read(path))] as const),
  );
  assert.deepEqual(circles(sources), []);
});

test("a circle of scripts is found, one of types and calls of import() included", () => {
  const sources = new Map([
    ["scripts/a.mjs", withTypes('/** @import { B } from "./b.mjs" */')],
    ["scripts/b.mjs", withTypes('const c = await import("./c/c.mjs");')],
    ["scripts/c/c.mjs", withTypes('/** @type {import("../a.mjs").A} */\nlet a;')],
    ["scripts/d.mjs", withTypes('import "./a.mjs";')],
  ]);
  assert.deepEqual(circles(sources), [["scripts/a.mjs", "scripts/b.mjs", "scripts/c/c.mjs"]]);
});

test("TypeScript checks every script, strictly and without exceptions", () => {
  const file = join(root, "scripts", "tsconfig.json");
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "scripts"));
  assert.ok(options.checkJs && options.strict && options.noUncheckedIndexedAccess);
  const checked = new Set(fileNames);
  assert.deepEqual(
    scripts.filter((path) => !checked.has(join(root, path).replaceAll("\\", "/"))),
    [],
  );
  const lax = /@ts-(?:nocheck|ignore|expect-error)|@(?:type|param|returns)\b.*\{.*\bany\b.*\}/;
  assert.deepEqual(
    scripts.filter((path) => lax.test(read(path))),
    [],
  );
});

test("the reader's copies of lessons are the only module called copies", () => {
  assert.deepEqual(
    scripts.filter((path) => /(?:^|\/)copies\.[cm]js$/.test(path)),
    ["scripts/copies.mjs"],
  );
});

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createCompiler } from "../../../src/kernel/compile/compiler.js";
import { CompileError } from "../../../src/kernel/compile/error.js";
import type { CellCompiler } from "../../../src/kernel/compile/types.js";

const folder = mkdtempSync(join(tmpdir(), "release-"));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "own.ts"), "export const size: number = 3;\n");

const cells = [
  'import { size } from "./own";\nimport { join } from "node:path";\nconst path = join("a", "b");',
  "/** A pair of equals. */\nclass Pair<T> { constructor(readonly a: T, readonly b: T) {} }\nconst pair = new Pair(size, 2);",
  "declare global { interface Array<T> { second(): T | undefined } }\nArray.prototype.second = function () { return this[1]; };",
  "const found = [path].second();",
  "pair.a.toFixed(size); found?.length;",
  "pair.c;",
  "const wrong: number = path;",
  "type Shape = { wide: number };\nconst shape: Shape = { wide: pair.b };",
  "shape.wide + found;",
];

/** Code, names and modules of a cell, or its errors. */
function verdict(compiler: CellCompiler, source: string, cell: number): unknown {
  try {
    const { code, names, modules } = compiler.compile(source, cell);
    return { code, names, modules };
  } catch (error) {
    assert.ok(error instanceof CompileError, String(error));
    return error.diagnostics.map(({ line, column, message }) => [line, column, message]);
  }
}

test("a compiler that gives its memory back now and then says the same of the next one", () => {
  const [kept, giving] = [createCompiler({ folder }), createCompiler({ folder })];
  for (const [index, source] of cells.entries()) {
    assert.deepEqual(verdict(giving, source, index + 1), verdict(kept, source, index + 1), source);
    if (index % 3 === 1) giving.release();
  }
  const inspected = giving.inspect("new Pair(1, 2)", 6);
  assert.match(JSON.stringify(inspected), /A pair of equals/);
  giving.release();
  assert.ok(giving.complete("shape.", 6).matches.some(({ text }) => text.includes("wide")));
});

test("what has changed in a file of the reader's while the memory was given back is seen", () => {
  const compiler = createCompiler({ folder });
  compiler.compile('import { size } from "./own";', 1);
  compiler.release();
  writeFileSync(join(folder, "own.ts"), 'export const size: string = "three";\n');
  compiler.compile('import { size } from "./own";\nsize.toUpperCase();', 2);
  assert.throws(() => compiler.compile("size.toFixed();", 3), CompileError);
});

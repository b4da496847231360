import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";
import { test } from "node:test";
import { createCompiler } from "../../../src/kernel/compile/compiler.js";
import { stopLines, stopLinesFor } from "../../../src/kernel/debug/stops.js";

const notebooks = join(import.meta.dirname, "..", "..", "..", "notebooks");

function cellsOf(notebook: string): string[] {
  const { cells } = JSON.parse(readFileSync(join(notebooks, notebook), "utf8")) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => (typeof source === "string" ? source : source.join("")));
}

interface Location {
  readonly lineNumber: number;
  readonly columnNumber: number;
  readonly type?: string;
}

test("the lines on which a text can stop are those of the engine, in all cells of a lesson", () => {
  const session = new Session();
  session.connect();
  session.post("Debugger.enable");
  session.post("Runtime.enable");
  /** What an inspector of the same thread answers at once. */
  const ask = <Result>(method: string, params: object): Result => {
    let found: Result | undefined;
    session.post(method, params, (error, result) => {
      assert.equal(error, null);
      found = result as Result;
    });
    return found as Result;
  };
  const compiler = createCompiler({ folder: notebooks });
  for (const [at, text] of cellsOf("03-convolution.ipynb").entries()) {
    const { code, isAsync, isOwn, locate } = compiler.compile(text, at + 1);
    const expression = `(${isAsync ? "async function" : "function"} (__cell) {${code}\n})`;
    const { scriptId } = ask<{ scriptId: string }>("Runtime.compileScript", {
      ...{ expression, sourceURL: `cell-${at}.ts`, persistScript: true },
    });
    const start = { scriptId, lineNumber: 0, columnNumber: 0 };
    const { locations } = ask<{ locations: Location[] }>("Debugger.getPossibleBreakpoints", { start });
    const linesOf = (types: readonly (string | undefined)[]) =>
      locations
        .filter(({ type }) => types.includes(type))
        .filter(({ lineNumber, columnNumber }) => isOwn(lineNumber + 1, columnNumber + 1))
        .map(({ lineNumber, columnNumber }) => locate(lineNumber + 1, columnNumber + 1)?.line);
    const told = stopLines("cell.ts", text);
    const statements = linesOf([undefined, "debuggerStatement"]);
    const all = linesOf([undefined, "debuggerStatement", "call"]);
    assert.deepEqual(
      statements.filter((line) => !told.includes(line as number)),
      [],
      text,
    );
    assert.deepEqual(
      told.filter((line) => !all.includes(line)),
      [],
      text,
    );
  }
  session.disconnect();
});

test("types, imports and declarations are no place to stop", () => {
  const text = `import { a } from "b";
interface Layer {
  size: number;
}
type Pair = [number, number];
declare const given: number;

function twice(n: number): number {
  return 2 * n;
}
class Net { size = 3;
  run() {
    for (const x of [1]) if (x) { break; }
    do { this.size--; } while (this.size > 0);
  }
}
enum Kind { One, Two }
export const f = (n: number) =>
  n + 1;`;
  assert.deepEqual(stopLines("cell.ts", text), [9, 11, 13, 14, 17, 18, 19]);
});

test("a line without a statement takes the next one; the last statement takes its own lines", () => {
  const text = `const sum = add(
  1,
  twice(2),
);
// a comment
console.log(
  sum,
);`;
  assert.deepEqual(stopLines("cell.ts", text), [1, 3, 6]);
  assert.deepEqual(stopLinesFor("cell.ts", text, [1, 2, 3, 4, 5, 7, 8]), [1, 3, 3, 6, 6, 6, 6]);
  assert.deepEqual(stopLinesFor("cell.ts", "function f() {\n  return 1;\n}", [1, 3]), [2, undefined]);
});

import assert from "node:assert/strict";
import { dirname } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Notebook } from "../notebook.js";

const notebook = new Notebook(dirname(fileURLToPath(import.meta.url)));
await notebook.run(
  "/** The rate. */\nconst learningRate = 0.1;\nconst point = { left: 1, leftmost: 'a', right: 2 };",
);
await notebook.run(
  "/** Adds.\n * @param a the first */\nfunction plus(a: number, b: number) { return a + b }",
);
const { compiler } = notebook;

/** A cell with the cursor at `|`. */
function at(marked: string): [source: string, offset: number] {
  return [marked.replace("|", ""), marked.indexOf("|")];
}

test("complete(source, offset) offers members and names of earlier cells, with kinds", () => {
  const cases: [marked: string, texts: string[], start: number, end: number][] = [
    ["point.le|", ["left", "leftmost"], 6, 8],
    ["point.|", ["left", "leftmost", "right"], 6, 6],
    ["const x = 1;\npoint.le|ft", ["left", "leftmost"], 19, 23],
    ["learn|", ["learningRate"], 0, 5],
    ["LEARN|", ["learningRate"], 0, 5],
    ["nothingLikeIt|", [], 0, 13],
  ];
  for (const [marked, texts, start, end] of cases) {
    const found = compiler.complete(...at(marked));
    assert.deepEqual(
      { texts: found.matches.map(({ text }) => text), start: found.start, end: found.end },
      { texts, start, end },
      marked,
    );
  }
  assert.deepEqual(compiler.complete(...at("point.ri|")).matches, [{ text: "right", type: "property" }]);
  assert.deepEqual(compiler.complete(...at("plu|")).matches, [{ text: "plus", type: "function" }]);
  assert.deepEqual(compiler.complete(...at("learn|")).matches, [{ text: "learningRate", type: "const" }]);
});

test("inspect(source, offset) gives signature and doc comment", () => {
  const plus = {
    signature: "function plus(a: number, b: number): number",
    documentation: "Adds.\n\n*@param* `a`: the first",
  };
  for (const marked of ["pl|us(1, 2)", "plus|(1, 2)", "1;\nplus(|1, 2)", "plus(1, |2)", "plus(|"]) {
    assert.deepEqual(compiler.inspect(...at(marked)), plus, marked);
  }
  assert.deepEqual(compiler.inspect(...at("learningRate|")), {
    signature: "const learningRate: 0.1",
    documentation: "The rate.",
  });
  assert.equal(compiler.inspect(...at("  |  ")), undefined);
});

test("isComplete(source) tells complete, incomplete with an indent, and invalid", () => {
  const cases: [source: string, status: string, indent?: string][] = [
    ["", "complete"],
    ["1 + 1", "complete"],
    ["await (1)", "complete"],
    ["for (const x of [1]) {\n  x;\n}", "complete"],
    ["if (true) {", "incomplete", "  "],
    ["if (true) {\n  while (x) {", "incomplete", "    "],
    ["if (true) {\n  f();", "incomplete", "  "],
    ["f(1,", "incomplete", ""],
    ["f(", "incomplete", "  "],
    ["const f = () =>", "incomplete", "  "],
    ["1 +", "incomplete", ""],
    ["/* open", "incomplete", ""],
    ["`open template", "incomplete", ""],
    ["if (a) { // why", "incomplete", "  "],
    ["const 5 = 1", "invalid"],
    ["f(1))", "invalid"],
    ["'open", "invalid"],
    ["let let = 1; }", "invalid"],
  ];
  for (const [source, status, indent] of cases) {
    const expected = indent === undefined ? { status } : { status, indent };
    assert.deepEqual(compiler.isComplete(source), expected, source);
  }
});

test("compile(source) knows the kernel's input and password, and lets cells declare them", () => {
  const types = new Notebook(dirname(fileURLToPath(import.meta.url))).compiler;
  types.compile('const name = (await input("Your name? ")).length;\nconst key = await password();', 1);
  assert.throws(() => types.compile("const wrong: number = await input()", 2), /'string' is not assignable/);
  assert.deepEqual(types.inspect(...at("passw|ord")), {
    signature: "function password(prompt?: unknown): Promise<string>",
    documentation: "Asks the reader for a line of text that is not shown.",
  });
  types.compile("const input = 7;", 3);
  types.compile("const more: number = input + 1;", 4);
});

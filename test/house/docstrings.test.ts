import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { declaredIn, docstringOf, formFaults, publicFaults } from "./docstrings.js";
import { entries } from "./examples.js";
import { filesUnder, read } from "./files.js";

const declared = Object.values(entries).flatMap((list) => declaredIn(list));

test("docstrings have one form for errors and one for defaults", () => {
  const sources = filesUnder("src", ".ts");
  assert.deepEqual(
    sources.flatMap((path) => formFaults(path, read(path))),
    [],
  );
});

test("every public name says in a sentence what it is, and what it throws", () => {
  assert.ok(declared.length > 200, "the lists were read");
  assert.deepEqual(
    declared.flatMap((each) => publicFaults(each)),
    [],
  );
});

/** Functions without an example, each with its reason. */
const noExample: Record<string, string> = { readTorchFile: "it wants a file that an old PyTorch wrote" };

test("what one calls in a program of one's own has an example", () => {
  const without = declaredIn("src/index.ts").filter((each) => {
    const called = ts.isFunctionDeclaration(each.node) || ts.isClassDeclaration(each.node);
    return called && !docstringOf(each)?.tags?.some((tag) => tag.tagName.text === "example");
  });
  assert.deepEqual(
    without.map(({ name }) => name),
    Object.keys(noExample),
  );
});

test("formFaults(path, source) finds other forms, and leaves prose alone", () => {
  const bad: [docstring: string, expected: RegExp][] = [
    ["@throws RangeError for a negative number", /writes @throws RangeError/],
    ["@throws {RangeError} When it is negative", /writes @throws/],
    ["@throws {RangeError} if it is negative.", /without a period/],
    ["@throws {RangeError} as `f` does", /writes @throws/],
    ["Pixels. @default 28", /write @default \{1\}/],
    ["Pixels. @default {28}: the side of a digit", /nothing behind it/],
    ["Pixels. Default 28.", /tells a default in words/],
    ["@param side pixels, default 28", /tells a default in words/],
  ];
  for (const [docstring, expected] of bad) {
    const found = formFaults("a.ts", `/** ${docstring} */\nexport const a = 1;`);
    assert.equal(found.length, 1, docstring);
    assert.match(found[0] ?? "", expected);
  }
  const good = `
    /**
     * The default graph, told in two lines.
     *
     * @param side pixels. @default {28}
     * @throws {RangeError} if it is negative, or
     * \`f\` refuses it
     * @throws {TypeError} if {@link f} does
     */
    export const a = 1;
    interface B {
      /** Pixels. @default {the whole, { a: 1 }} */
      c?: number;
    }`;
  assert.deepEqual(formFaults("a.ts", good), []);
});

test("publicFaults(declared) finds a missing docstring, a torn sentence and an error that is not told", () => {
  const faults = (source: string) => {
    const node = ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2022, true).statements[0];
    assert.ok(node);
    return publicFaults({ name: "f", path: "a.ts", node }).join("\n");
  };
  assert.match(faults("export const f = 1;"), /has no docstring/);
  assert.match(faults("/** The number */\nexport const f = 1;"), /no whole sentence/);
  const throwing = (docstring: string) =>
    `/** ${docstring} */\nexport function f() { return () => { throw new RangeError(""); }; }`;
  assert.match(faults(throwing("A number.")), /throws RangeError/);
  assert.equal(faults(throwing("A number. @throws {RangeError} if it is asked")), "");
});

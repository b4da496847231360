import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { declaredIn, docstringOf, formFaults, publicFaults } from "./docstrings.js";
import { entries } from "./examples.js";
import { filesUnder, read } from "./files.js";

const declared = Object.values(entries).flatMap((list) => declaredIn(list));

test("docstrings have one form for errors and one for defaults", () => {
  const sources = filesUnder("src", ".ts").filter((path) => !path.startsWith("src/kernel/"));
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

test("what one calls in a program of one's own has an example", () => {
  const without = declaredIn("src/index.ts").filter((each) => {
    const called = ts.isFunctionDeclaration(each.node) || ts.isClassDeclaration(each.node);
    return called && !docstringOf(each)?.tags?.some((tag) => tag.tagName.text === "example");
  });
  assert.deepEqual(
    without.map(({ name }) => name),
    [],
  );
});

import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { filesUnder, read } from "./files.js";

const vocabulary = "src/lessons/explorer";
const sources = filesUnder("src", ".ts");
const inUse = sources.filter((path) => posix.dirname(path) !== vocabulary);
const explorers = sources.filter((path) => /^src\/lessons\/.+Explorer\.ts$/.test(path));
const wordFiles = filesUnder(vocabulary, ".ts");

test("no formula, input or step of Vega-Lite is written out where the explorers have a word for it", () => {
  assert.deepEqual(
    inUse.flatMap((path) => writtenOut(read(path)).map((found) => `${path}: ${found}`)),
    [],
  );
  const raw = 'const t = [{ as: "a", type: "formula" }, { calculate: "b" }]; const s = { bind: {} };';
  assert.deepEqual(writtenOut(raw), ['type: "formula"', "calculate", "bind"]);
  assert.deepEqual(writtenOut('const t = [formula("a", "1"), { type: "filter" }];'), []);
});

test("no file defines a word of the explorers again", () => {
  const words = wordFiles.flatMap((path) => functionsOf(read(path)));
  assert.ok(words.includes("formula") && words.includes("slider") && words.includes("heading"));
  const parts = [...new Set(explorers.flatMap((path) => [...partsOf(path)]))].filter((path) =>
    inUse.includes(path),
  );
  const again = parts.flatMap((path) =>
    functionsOf(read(path)).flatMap((name) => (words.includes(name) ? [`${path}: ${name}`] : [])),
  );
  assert.deepEqual(again, []);
  assert.deepEqual(
    functionsOf("const formula = (a: string) => a; export function text() {} const frame = {};"),
    ["formula", "text"],
  );
});

test("each word of the explorers serves at least two of them", () => {
  const words = wordFiles
    .flatMap((path) => exportsOf(read(path)).map((name) => `${path} ${name}`))
    .filter((word) => !word.endsWith(" themedText")); // given out for its test: explorers have it in themedFigure
  const used = explorers.map((path) => new Set([...partsOf(path)].flatMap(importsOf)));
  assert.ok(words.length > 15 && explorers.length > 10);
  assert.deepEqual(
    words.filter((word) => used.filter((each) => each.has(word)).length < 2),
    [],
  );
});

test("a file named after an explorer makes it and gives out nothing else: only then may it be long", () => {
  for (const path of explorers) assert.deepEqual(exportsOf(read(path)), [posix.basename(path, ".ts")], path);
  assert.deepEqual(exportsOf("export interface A {} export const b = 1, c = 2; export function d() {}"), [
    "b",
    "c",
    "d",
  ]);
});

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2022, true);
}

/** Properties that only the vocabulary writes. */
function writtenOut(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const name = node.name.getText();
      if (name === "calculate" || name === "bind") found.push(name);
      if (name === "type" && node.initializer.getText() === '"formula"') found.push('type: "formula"');
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  return found;
}

/** The functions at the top of a file, by name. */
function functionsOf(source: string): string[] {
  return parsed(source).statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ""];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer))
      .map(({ name }) => name.getText());
  });
}

/** The values, not the types, that a file gives out. */
function exportsOf(source: string): string[] {
  return parsed(source).statements.flatMap((statement) => {
    const given = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!given?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    return ts.isFunctionDeclaration(statement) ? [statement.name?.text ?? ""] : [];
  });
}

/** What a file imports by name from src/lessons/, `path name` each. */
function importsOf(path: string): string[] {
  return parsed(read(path)).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const from = statement.moduleSpecifier.text;
    const target = posix.join(posix.dirname(path), from).replace(/\.js$/, ".ts");
    const names = statement.importClause?.namedBindings;
    if (!from.startsWith(".") || !target.startsWith("src/lessons/") || !names || !ts.isNamedImports(names))
      return [];
    return names.elements.map(({ name, propertyName }) => `${target} ${(propertyName ?? name).text}`);
  });
}

/** The files of src/lessons/ that an explorer consists of, itself among them. */
function partsOf(path: string, parts = new Set<string>()): Set<string> {
  if (parts.has(path)) return parts;
  parts.add(path);
  for (const name of importsOf(path)) partsOf(name.split(" ")[0] as string, parts);
  return parts;
}

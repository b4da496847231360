import { posix } from "node:path";
import ts from "typescript";
import { read } from "./files.js";

/** What is wrong with the forms of a file's docstrings, each as a sentence. */
export function formFaults(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  return docstringsIn(file).flatMap((doc) => {
    const { line } = file.getLineAndCharacterOfPosition(doc.pos);
    const say = (text: string) => `${path}:${line + 1} ${text}`;
    // One tag a line, its further lines joined to it.
    const lines = doc
      .getText(file)
      .slice("/**".length, -"*/".length)
      .split("\n")
      .map((each) => each.replace(/^\s*\*/, "").trim());
    const tags = lines.join("\n").split(/(?=@(?:throws|default|example|param|returns|see)\b)/);
    return tags.flatMap((tag) => {
      const text = tag.trim().replace(/\s+/g, " ");
      if (/^@throws/.test(text) && !/^@throws \{(?:Range|Type|Syntax)?Error\} if [^A-Z].*[^.]$/.test(text))
        return [say(`writes ${text}: write @throws {RangeError} if …, without a period at the end`)];
      if (/^@default/.test(text) && !/^@default \{.+\}$/.test(text))
        return [say(`writes ${text}: write @default {1}, and nothing behind it`)];
      if (/\b[Dd]efault(?:s to)?:? (?:[`"\d]|true|false)/.test(text))
        return [say("tells a default in words: write @default {1}")];
      return [];
    });
  });
}

function docstringsIn(file: ts.SourceFile): ts.JSDoc[] {
  const found = new Set<ts.JSDoc>();
  const visit = (node: ts.Node): void => {
    for (const doc of ts.getJSDocCommentsAndTags(node)) if (ts.isJSDoc(doc)) found.add(doc);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}

/** A public name and the statement that declares it. */
export interface Declared {
  readonly name: string;
  readonly path: string;
  readonly node: ts.Node;
}

/** What a list of exports declares. What comes from packages is not ours to describe, and is left out. */
export function declaredIn(list: string): Declared[] {
  const file = parsed(list);
  return file.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const from = statement.moduleSpecifier;
    const names =
      statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements
        : [];
    return names.flatMap(({ name }) => declarationOf(target(list, from), name.text) ?? []);
  });
}

function declarationOf(path: string | undefined, name: string): Declared | undefined {
  if (path === undefined) return undefined;
  const file = parsed(path);
  for (const statement of file.statements) {
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((each) => each.name.getText(file))
      : [(statement as { name?: ts.Node }).name?.getText(file)];
    if (names.includes(name) && ts.canHaveModifiers(statement)) return { name, path, node: statement };
  }
  for (const statement of file.statements) {
    if (
      !ts.isExportDeclaration(statement) ||
      !statement.exportClause ||
      !ts.isNamedExports(statement.exportClause)
    )
      continue;
    if (statement.exportClause.elements.some((each) => each.name.text === name))
      return declarationOf(target(path, statement.moduleSpecifier), name);
  }
  return undefined;
}

function target(path: string, from: ts.Expression | undefined): string | undefined {
  if (!from || !ts.isStringLiteral(from) || !from.text.startsWith(".")) return undefined;
  return posix.join(posix.dirname(path), from.text).replace(/\.js$/, ".ts");
}

const files = new Map<string, ts.SourceFile>();
function parsed(path: string): ts.SourceFile {
  const known = files.get(path) ?? ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  files.set(path, known);
  return known;
}

/** The docstring of a declaration. */
export function docstringOf({ node }: Declared): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
}

/** What is missing in the docstring of a public name. */
export function publicFaults(declared: Declared): string[] {
  const { name, path, node } = declared;
  const doc = docstringOf(declared);
  const [paragraph = ""] = (ts.getTextOfJSDocComment(doc?.comment) ?? "").split("\n\n");
  if (!/\S[.?!)]?$/.test(paragraph.trim()))
    return [`${path} ${name} has no docstring: say in a sentence what it is`];
  const faults = /[.:?]$/.test(paragraph.trim()) ? [] : [`${path} ${name} is told in no whole sentence`];
  const told = [...(doc?.tags ?? [])]
    .filter(ts.isJSDocThrowsTag)
    .map((tag) => tag.typeExpression?.type.getText());
  const thrown = ts.isFunctionDeclaration(node) ? thrownIn(node) : [];
  return [
    ...faults,
    ...thrown
      .filter((error) => !told.includes(error))
      .map((error) => `${path} ${name} throws ${error}: say so, @throws {${error}} if …`),
  ];
}

/** The classes of the errors that a function itself throws. */
function thrownIn(node: ts.Node): string[] {
  const found = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isThrowStatement(each) && ts.isNewExpression(each.expression))
      found.add(each.expression.expression.getText());
    ts.forEachChild(each, visit);
  };
  visit(node);
  return [...found];
}

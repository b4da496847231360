import type { Completeness } from "../protocol.js";
import type { Language } from "./configuration.js";
import type { Form } from "./form.js";
import ts from "./typescript.cjs";

/** Errors that more text can mend, wherever they stand: an open comment, an open template. */
const open = new Set([1010, 1160]);
/** Elements without the tag that closes them. */
const unclosed = new Set([17008, 17014]);
/** A string that its line does not end: no further line can, unless a backslash ends the line. */
const unterminatedString = 1002;
/** Words that begin a statement, and that are never a name. */
const beginnings = new Set(["import", "export", "let", "interface"]);

/** How a text may be read, by the name of its file: `cell.ts`, `cell.tsx`, `cell.js`. */
type Name = `cell${Form["extension"]}`;

/**
 * Looks at the text alone: what earlier cells declare does not matter. With `jsx` it may have elements: what is
 * incomplete with them is not whole because an assertion, `<Type>value`, could be meant.
 */
export function completenessOf(source: string, language: Language = "typescript", jsx = false): Completeness {
  if (language === "javascript") return readAs(source, "cell.js");
  const plain = readAs(source, "cell.ts");
  if (!/<[\p{L}_$>]/u.test(source) || (plain.status !== "invalid" && !jsx)) return plain;
  const elements = readAs(source, "cell.tsx");
  if (elements.status === "invalid") return plain;
  // `<T>(x) => …` is a function, `<number>value` has a type of TypeScript's own.
  const isPlain = /<(?:[\w$, ]+>\s*\(|(?:any|unknown|number|string|boolean|object|const)>)/.test(source);
  return plain.status === "complete" && isPlain ? plain : elements;
}

function readAs(source: string, name: Name): Completeness {
  const asWritten = statusOf(source, name);
  // `{ a: 1, b:` is the beginning of an object, not of a block.
  const brace = asWritten === "invalid" ? lastBlock(source, name) : undefined;
  const status =
    brace === undefined ? asWritten : statusOf(`${source.slice(0, brace)};+${source.slice(brace)}`, name);
  if (status !== "incomplete") return { status };
  return { status, indent: isInText(source, name) ? lastIndent(source) : indentAfter(source) };
}

function statusOf(source: string, name: Name): Completeness["status"] {
  const file = parsed(source, name);
  const first = errorsOf(file)[0];
  if (first === undefined) return wantsMore(file) ? "incomplete" : "complete";
  if (open.has(first.code) || unclosed.has(first.code)) return "incomplete";
  if (first.code === unterminatedString) return /\\\r?\n?$/.test(source) ? "incomplete" : "invalid";
  const start = first.start ?? 0;
  // Where the last token ends; what follows are comments and white space.
  const end = file.endOfFileToken.pos;
  if (start >= end) return "incomplete";
  return beginnings.has(file.text.slice(start, end)) ? "incomplete" : "invalid";
}

function parsed(source: string, name: Name): ts.SourceFile {
  return ts.createSourceFile(name, `export {};${source}`, ts.ScriptTarget.Latest, true);
}

function errorsOf(file: ts.SourceFile): readonly ts.Diagnostic[] {
  return (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
}

/** Whether a text without errors ends in the middle of a statement: `const`, `const a`, `function f()`. */
function wantsMore(file: ts.SourceFile): boolean {
  const last = file.statements.at(-1);
  if (last === undefined || last.getText(file).endsWith(";")) return false;
  if (ts.isExpressionStatement(last))
    return ts.isIdentifier(last.expression) && beginnings.has(last.expression.text);
  const ambient =
    ts.canHaveModifiers(last) &&
    ts.getModifiers(last)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
  if (ts.isFunctionDeclaration(last)) return last.body === undefined && ambient !== true;
  if (!ts.isVariableStatement(last)) return false;
  const { flags, declarations } = last.declarationList;
  const final = declarations.at(-1);
  if (final === undefined) return true;
  const wantsValue = (flags & ts.NodeFlags.Constant) !== 0 || !ts.isIdentifier(final.name);
  return wantsValue && final.initializer === undefined && ambient !== true;
}

/** Where the last statement that TypeScript reads as a block begins. */
function lastBlock(source: string, name: Name): number | undefined {
  const file = parsed(source, name);
  const block = file.statements.find(ts.isBlock);
  return block && block.getStart(file) - (file.text.length - source.length);
}

/** Whether the text ends inside a comment or a template, where no line has an indent of its own. */
function isInText(source: string, name: Name): boolean {
  return open.has(errorsOf(parsed(source, name))[0]?.code ?? 0);
}

/** The indent of the last line that holds something, one step more after an opening bracket or an arrow. */
function indentAfter(source: string): string {
  const code = source.replace(/\/\/.*$/gm, "").trimEnd();
  return lastIndent(code) + (/([{([]|=>)$/.test(code) ? "  " : "");
}

function lastIndent(source: string): string {
  return /(?:^|\n)([ \t]*)[^\n]*$/.exec(source.trimEnd())?.[1] ?? "";
}

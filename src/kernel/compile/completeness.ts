import type { Completeness } from "../protocol.js";
import ts from "./typescript.cjs";

/** Errors that more text can mend, wherever they stand: an open comment, an open template. */
const open = new Set([1010, 1160]);
/** A string that its line does not end: no further line can. */
const unterminatedString = 1002;

/** Looks at the text alone: what earlier cells declare does not matter. */
export function completenessOf(source: string): Completeness {
  const file = ts.createSourceFile("cell.ts", `export {};${source}`, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const first = parseDiagnostics[0];
  if (first === undefined) return { status: "complete" };
  const end = file.text.trimEnd().length;
  if (open.has(first.code)) return { status: "incomplete", indent: lastIndent(source) };
  if (first.code === unterminatedString) return { status: "invalid" };
  const atEnd = (first.start ?? 0) >= end && file.endOfFileToken.getStart(file) <= (first.start ?? 0);
  return atEnd ? { status: "incomplete", indent: indentAfter(source) } : { status: "invalid" };
}

/** The indent of the last line that holds something, one step more after an opening bracket or an arrow. */
function indentAfter(source: string): string {
  const code = source.replace(/\/\/.*$/gm, "").trimEnd();
  return lastIndent(code) + (/([{([]|=>)$/.test(code) ? "  " : "");
}

function lastIndent(source: string): string {
  return /(?:^|\n)([ \t]*)[^\n]*$/.exec(source.trimEnd())?.[1] ?? "";
}

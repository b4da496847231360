import { bare } from "./around.js";
import type { Hidden } from "./hidden.js";
import ts from "./typescript.cjs";

/** Whether a cell calls `eval` by its name: then the text that it is given reaches every variable there is. */
export function evaluates(file: ts.SourceFile, start: number): boolean {
  // Most cells do not hold the word at all.
  if (!file.text.includes("eval", start)) return false;
  const visit = (node: ts.Node): boolean =>
    (ts.isCallExpression(node) && isEval(bare(node.expression))) || (ts.forEachChild(node, visit) ?? false);
  return file.statements.some((statement) => statement.end > start && visit(statement));
}

function isEval(callee: ts.Expression): boolean {
  return ts.isIdentifier(callee) && callee.text === "eval";
}

/**
 * The code of a cell inside a function of its own: where `eval` sees the names of all cells, and where `__cell`
 * is free for the reader. No line is added.
 */
export function enclosed(code: string, hidden: Hidden, isAsync: boolean): string {
  const given = hidden.name("cell");
  return `with (__cell.scope) return (${isAsync ? "async " : ""}function (${given}) { ${code}\n}).call(this, __cell);`;
}

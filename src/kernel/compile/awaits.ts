import type { Edits } from "./edits.js";
import type { Hidden } from "./hidden.js";
import { mendCaught } from "./mend.js";
import ts from "./typescript.cjs";

/**
 * Sends awaits, `for await` and `import()` through what the cell is given, the first two with their offset in the cell.
 * Returns whether the cell awaits outside functions.
 */
export function rewriteAwaits(
  edits: Edits,
  file: ts.SourceFile,
  start: number,
  hidden: Hidden,
  toCell: (offset: number) => number,
): boolean {
  let isAsync = false;
  const wrap = (expression: ts.Expression, word: string, of: ts.Node): void => {
    edits.insert(expression.getStart(file), `${hidden.name(word)}(`);
    edits.insert(expression.end, `, ${toCell(of.getStart(file))})`);
  };
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isAwaitExpression(node)) {
      isAsync ||= !inFunction;
      wrap(node.expression, "checkpoint", node);
    } else if (ts.isForOfStatement(node) && node.awaitModifier) {
      isAsync ||= !inFunction;
      wrap(node.expression, "iterate", node);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.expression.getStart(file), node.expression.end, hidden.name("load"));
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.getStart(file), node.end, hidden.name("meta"));
    } else if (ts.isTryStatement(node)) {
      mendCaught(edits, file, node, hidden);
    } else if (ts.isVariableDeclarationList(node)) {
      isAsync ||= !inFunction && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
    }
    const inside = inFunction || ts.isFunctionLike(node) || ts.isPropertyDeclaration(node);
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement, false);
  return isAsync;
}

import type { Reach } from "./reach.js";
import ts from "./typescript.cjs";

/**
 * Whether code calls nothing but `Math` and functions that are brief themselves. Its loops ask whether they are to
 * stop, so an interrupt never has to break it off.
 */
export function isBrief(code: ts.Node, reach: Reach): boolean {
  const calls = (node: ts.Node): boolean => {
    if (ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isJsxOpeningLikeElement(node))
      return true;
    if (ts.isCallExpression(node) && !isBriefCallee(node.expression, reach)) return true;
    return ts.forEachChild(node, calls) ?? false;
  };
  return !calls(code);
}

function isBriefCallee(callee: ts.Expression, reach: Reach): boolean {
  if (ts.isIdentifier(callee)) return reach.isBrief(callee.text);
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return false;
  return callee.expression.text === "Math";
}

/** Tells `reach` which of the functions that a cell declares are brief. */
export function noteBriefFunctions(file: ts.SourceFile, start: number, reach: Reach): void {
  for (const statement of file.statements) {
    if (statement.end <= start) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name)
      reach.noteBrief(statement.name.text, isBrief(statement, reach));
    if (!ts.isVariableStatement(statement)) continue;
    const constant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name)) continue;
      const isFunction =
        initializer !== undefined &&
        (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      reach.noteBrief(name.text, constant && isFunction && isBrief(initializer, reach));
    }
  }
}

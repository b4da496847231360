import ts from "../compile/typescript.cjs";

/** Whether an offset of a text stands in the body of a function that begins on a line (from 0) as a value with a name: `const twice = (n) => 2 * n`. */
export function inNamedValue(file: ts.SourceFile, at: number, line: number): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (at < node.pos || at >= node.end) return;
    if (ts.isFunctionLike(node)) found = isNamedValue(node) && lineOf(node) === line && isInBody(node);
    ts.forEachChild(node, visit);
  };
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const isInBody = (node: ts.SignatureDeclaration): boolean =>
    "body" in node && node.body !== undefined && at >= (node.body as ts.Node).getStart(file);
  visit(file);
  return found;
}

function isNamedValue(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false;
  const { parent } = node;
  return (
    ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)
  );
}

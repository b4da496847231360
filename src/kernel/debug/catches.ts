import ts from "../compile/typescript.cjs";

/** Whether what is thrown at an offset of a text is caught in the same function, and not thrown on. */
export function catches(file: ts.SourceFile, offset: number): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (offset < node.pos || offset >= node.end) return;
    if (ts.isFunctionLike(node)) found = false;
    if (ts.isTryStatement(node) && isInside(node.tryBlock, offset) && keeps(node.catchClause)) found = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isInside({ pos, end }: ts.Node, offset: number): boolean {
  return offset >= pos && offset < end;
}

/** Whether a clause does more than tidy up and throw on. */
function keeps(clause: ts.CatchClause | undefined): boolean {
  if (clause === undefined) return false;
  const name = clause.variableDeclaration?.name;
  return !clause.block.statements.some(
    (each) =>
      ts.isThrowStatement(each) &&
      name !== undefined &&
      ts.isIdentifier(name) &&
      ts.isIdentifier(each.expression) &&
      each.expression.text === name.text,
  );
}

import ts from "../compile/typescript.cjs";

/** The function that a place of a text stands in. */
export interface Within {
  /** Where it begins; -1 outside of all. */
  readonly begin: number;
  /** Whether the place stands in its body, and it begins on the same line as a value with a name: `const twice = (n) => 2 * n`. */
  readonly isBody: boolean;
}

/** The innermost function around an offset of a text on a line (from 0). */
export function functionAround(file: ts.SourceFile, at: number, line: number): Within {
  let found: Within = { begin: -1, isBody: false };
  const visit = (node: ts.Node): void => {
    if (at < node.pos || at >= node.end) return;
    if (ts.isFunctionLike(node)) {
      const begin = node.getStart(file);
      const isHere = file.getLineAndCharacterOfPosition(begin).line === line;
      found = { begin, isBody: isHere && isNamedValue(node) && isInBody(node) };
    }
    ts.forEachChild(node, visit);
  };
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

import ts from "./typescript.cjs";

/** One place where a cell uses a top-level name: its own, an imported one, or one of an earlier cell. */
export interface Reference {
  readonly id: ts.Identifier;
  readonly name: string;
  readonly origin: "earlier" | "import" | "own";
  /** Whether it stands inside a function or class of the cell. */
  readonly captured: boolean;
  /** Whether the place assigns to it. */
  readonly assigned: boolean;
}

/**
 * The uses of top-level names in a cell that starts at `start`, where types are left out.
 * `names` narrows the search, for speed: other identifiers are not looked up.
 */
export function referencesIn(
  file: ts.SourceFile,
  start: number,
  checker: ts.TypeChecker,
  names: ReadonlySet<string>,
): Reference[] {
  const found: Reference[] = [];
  const visit = (node: ts.Node, captured: boolean): void => {
    if (ts.isExpressionWithTypeArguments(node)) {
      if (hasValue(node)) visit(node.expression, captured);
      return;
    }
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      if (!names.has(node.text)) return;
      const origin = originOf(node, file, start, checker);
      if (origin !== undefined)
        found.push({ id: node, name: node.text, origin, captured, assigned: isAssigned(node) });
      return;
    }
    const inside = captured || ts.isFunctionLike(node) || ts.isClassLike(node);
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement, false);
  return found;
}

/** In `class A extends B<C>` and `f<string>` the expression has a value; in `implements` it has none. */
function hasValue(node: ts.ExpressionWithTypeArguments): boolean {
  const { parent } = node;
  if (!ts.isHeritageClause(parent)) return true;
  return parent.token === ts.SyntaxKind.ExtendsKeyword && ts.isClassLike(parent.parent);
}

function originOf(
  id: ts.Identifier,
  file: ts.SourceFile,
  start: number,
  checker: ts.TypeChecker,
): Reference["origin"] | undefined {
  const { parent } = id;
  if (ts.isPropertyAccessExpression(parent) && parent.name === id) return undefined;
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(id);
  for (const declaration of symbol?.declarations ?? []) {
    if (declaration.getSourceFile() !== file) continue;
    if (declaration.end <= start) return "earlier";
    if (ts.isImportSpecifier(declaration) || ts.isImportClause(declaration)) return "import";
    if (ts.isNamespaceImport(declaration)) return "import";
    if (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) return "own";
  }
  return undefined;
}

/** Whether an identifier is what an assignment, `++`, or the head of a loop writes to, in a pattern too. */
function isAssigned(id: ts.Identifier): boolean {
  let node: ts.Node = id;
  while (isWrapper(node.parent, node)) node = node.parent;
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent);
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === node;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return (
      parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken
    );
  }
  return false;
}

function isWrapper(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return true;
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) return true;
  if (ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)) return true;
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node;
  // `[a = 1] = …`: a default inside a pattern.
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    isAssignment(parent) &&
    (ts.isArrayLiteralExpression(parent.parent) || ts.isPropertyAssignment(parent.parent))
  );
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

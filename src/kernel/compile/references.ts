import { isAround } from "./around.js";
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
  /** From where on in the text a variable of the cell has a value: before that, reading it throws. */
  readonly initialised: number;
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
        found.push({ id: node, name: node.text, captured, assigned: isAssigned(node), ...origin });
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
): Pick<Reference, "origin" | "initialised"> | undefined {
  const { parent } = id;
  if (ts.isPropertyAccessExpression(parent) && parent.name === id) return undefined;
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(id);
  for (const declaration of symbol?.declarations ?? []) {
    if (declaration.getSourceFile() !== file || !bindsName(declaration)) continue;
    if (declaration.end <= start) return { origin: "earlier", initialised: 0 };
    if (ts.isImportSpecifier(declaration) || ts.isImportClause(declaration))
      return { origin: "import", initialised: 0 };
    if (ts.isNamespaceImport(declaration)) return { origin: "import", initialised: 0 };
    const initialised = initialisedFrom(declaration);
    if (initialised !== undefined) return { origin: "own", initialised };
  }
  return undefined;
}

/** A declaration of a name, not of a member. */
function bindsName(declaration: ts.Declaration): boolean {
  return !(
    ts.isClassElement(declaration) ||
    ts.isTypeElement(declaration) ||
    ts.isObjectLiteralElement(declaration) ||
    ts.isEnumMember(declaration) ||
    ts.isParameter(declaration)
  );
}

/** From where on a variable of the top level has a value: `var` and functions always. Undefined for everything else. */
function initialisedFrom(declaration: ts.Declaration): number | undefined {
  let node: ts.Node = declaration;
  while (ts.isBindingElement(node) || ts.isBindingName(node)) node = node.parent;
  if (ts.isFunctionDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node))
    return ts.isSourceFile(node.parent) ? 0 : undefined;
  if (ts.isClassDeclaration(node)) return ts.isSourceFile(node.parent) ? node.end : undefined;
  if (!ts.isVariableDeclaration(node) || !ts.isVariableDeclarationList(node.parent)) return undefined;
  const list = node.parent;
  if ((list.flags & ts.NodeFlags.BlockScoped) !== 0) {
    const statement = list.parent;
    return ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent) ? statement.end : undefined;
  }
  const home = ts.findAncestor(
    list,
    (each) =>
      ts.isFunctionLike(each) || ts.isClassStaticBlockDeclaration(each) || ts.isModuleDeclaration(each),
  );
  return home === undefined ? 0 : undefined;
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
  if (isAround(parent)) return true;
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

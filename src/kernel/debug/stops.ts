import ts from "../compile/typescript.cjs";

/** The lines of a text (from 1) on which the code can stop, in order. */
export function stopLines(name: string, text: string): number[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return;
    for (const each of stopsOf(node))
      lines.add(file.getLineAndCharacterOfPosition(each.getStart(file)).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...lines].sort((a, b) => a - b);
}

/**
 * For each of these lines the one on which the code can stop: it, or the next below; where there is none below, the one on
 * which the statement begins that the line belongs to.
 */
export function stopLinesFor(name: string, text: string, lines: readonly number[]): (number | undefined)[] {
  const stops = stopLines(name, text);
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const lineOf = (at: number): number => file.getLineAndCharacterOfPosition(at).line + 1;
  return lines.map((line) => {
    const below = stops.find((stop) => stop >= line);
    if (below !== undefined) return below;
    const around = file.statements.find(
      (each) => isPlain(each) && lineOf(each.getStart(file)) <= line && lineOf(each.end) >= line,
    );
    return around && stops.findLast((stop) => stop >= lineOf(around.getStart(file)));
  });
}

/** Whether a statement has no body that stands in lines of its own. */
function isPlain(node: ts.Statement): boolean {
  return ts.isExpressionStatement(node) || ts.isVariableStatement(node) || ts.isExportAssignment(node);
}

/** What becomes no code: types, and what is only declared. */
function isSilent(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true)
  );
}

/** Where the engine stops for a node: at a statement, at what a variable begins with, at each part of the head of a loop. */
function stopsOf(node: ts.Node): ts.Node[] {
  const some = (...nodes: (ts.Node | undefined)[]): ts.Node[] => nodes.filter((each) => each !== undefined);
  if (ts.isVariableDeclaration(node)) {
    if (ts.isForInStatement(node.parent.parent) || ts.isForOfStatement(node.parent.parent)) return [node];
    return some(node.initializer);
  }
  if (ts.isForStatement(node)) {
    const { initializer, condition, incrementor } = node;
    const first = initializer && ts.isVariableDeclarationList(initializer) ? undefined : initializer;
    return some(first, condition, incrementor);
  }
  if (ts.isForInStatement(node) || ts.isForOfStatement(node)) return [node.expression];
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) return [node.expression];
  if (ts.isPropertyDeclaration(node)) return some(node.initializer);
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? [] : [firstCalled(node.body)];
  if (ts.isCallExpression(node)) return some(calledBy(node));
  if (ts.isClassDeclaration(node) || ts.isEnumMember(node)) return [node];
  return isStop(node) ? [node] : [];
}

/** Where the engine stops before a call: at the name of what is called. */
function calledBy({ expression }: ts.CallExpression): ts.Node | undefined {
  if (ts.isPropertyAccessExpression(expression)) return expression.name;
  return ts.isIdentifier(expression) ? expression : undefined;
}

/** What an expression calls first, by its name: without a statement, the engine stops there. */
function firstCalled(body: ts.Expression): ts.Node {
  let found: ts.Node = body;
  let node = body;
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    if (ts.isCallExpression(node))
      found = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node;
    node = node.expression;
  }
  return found;
}

function isStop(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isDebuggerStatement(node) ||
    ts.isExportAssignment(node)
  );
}

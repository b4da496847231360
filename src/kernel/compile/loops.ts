import type { Reference } from "./references.js";
import ts from "./typescript.cjs";

/** A top-level loop, and the names that it may keep in variables of its own while it runs. */
export interface FastLoop {
  readonly node: ts.Statement;
  readonly body: ts.Statement;
  readonly names: ReadonlySet<string>;
  /** Whether it calls anything: it may be broken off in there. */
  readonly calls: boolean;
}

/**
 * Loops that would be slow otherwise: a variable that closures reach (here: the accessors for other cells) cannot
 * live in a register. A loop may work on a copy of one if nothing else can look at it meanwhile: a variable of this
 * cell that no function of the cell uses and no earlier cell knows; any that the cell captures nowhere if the loop calls nothing.
 */
export function fastLoops(
  file: ts.SourceFile,
  start: number,
  references: readonly Reference[],
  known: (name: string) => boolean,
): FastLoop[] {
  const captured = new Set(references.filter((use) => use.captured).map(({ name }) => name));
  return outermostLoops(file, start).flatMap(({ node, body }) => {
    const facts = factsOf(node);
    if (facts.awaits) return [];
    const inside = references.filter(({ id }) => id.pos >= node.pos && id.end <= node.end);
    const names = new Set<string>();
    for (const { name, origin, assigned } of inside) {
      if (captured.has(name) || facts.declares.has(name)) continue;
      if (origin === "own" && assigned && (!known(name) || !facts.calls)) names.add(name);
      if (origin === "earlier" && !facts.calls) names.add(name);
    }
    return names.size > 0 ? [{ node, body, names, calls: facts.calls }] : [];
  });
}

function outermostLoops(file: ts.SourceFile, start: number): { node: ts.Statement; body: ts.Statement }[] {
  const found: { node: ts.Statement; body: ts.Statement }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return;
    if (ts.isIterationStatement(node, false)) {
      let whole: ts.Statement = node;
      while (ts.isLabeledStatement(whole.parent)) whole = whole.parent;
      found.push({ node: whole, body: node.statement });
      return;
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement);
  return found;
}

function factsOf(loop: ts.Node): { awaits: boolean; calls: boolean; declares: Set<string> } {
  const facts = { awaits: false, calls: false, declares: new Set<string>() };
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) facts.awaits = true;
    if (ts.isForOfStatement(node) || ts.isNewExpression(node) || ts.isFunctionLike(node)) facts.calls = true;
    if (ts.isTaggedTemplateExpression(node) || ts.isClassLike(node) || ts.isSpreadElement(node))
      facts.calls = true;
    if (ts.isCallExpression(node) && !isArithmetic(node.expression)) facts.calls = true;
    if (
      (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    )
      facts.declares.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(loop);
  return facts;
}

/** `Math.sqrt` and its like look at no variable. */
function isArithmetic(callee: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === "Math"
  );
}

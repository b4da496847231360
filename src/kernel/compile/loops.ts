import { isBrief } from "./brief.js";
import type { Reach } from "./reach.js";
import type { Reference } from "./references.js";
import type { Declared } from "./types.js";
import ts from "./typescript.cjs";

/** A top-level loop, and the names that it may keep in variables of its own while it runs. */
export interface FastLoop {
  readonly node: ts.Statement;
  readonly body: ts.Statement;
  /** Whether each is a variable of the cell at hand or of an earlier one. */
  readonly names: ReadonlyMap<string, "own" | "earlier">;
}

/**
 * Loops that would be slower otherwise: a variable that closures reach (here: the accessors for other cells) cannot
 * live in a register. A loop works on copies of variables that nothing else can look at while it runs: what it assigns
 * is mentioned in no function that reaches it, what it only reads is assigned in none. Both are facts of the text.
 * What it assigns is no copy either where it calls what may take long: broken off in there, the cell could not write back.
 */
export function fastLoops(
  file: ts.SourceFile,
  start: number,
  references: readonly Reference[],
  reach: Reach,
  kindOf: (name: string) => Declared["kind"] | undefined,
): FastLoop[] {
  const captured = new Set(
    references.filter((use) => use.captured && use.origin === "own").map(({ name }) => name),
  );
  return outermostLoops(file, start).flatMap(({ node, body }) => {
    const { awaits, declares } = factsOf(node);
    const waits = !isBrief(node, reach);
    if (awaits) return [];
    const inside = references.filter(({ id }) => id.pos >= node.pos && id.end <= node.end);
    const assigned = new Set(inside.filter((use) => use.assigned).map(({ name }) => name));
    const mayCopy = ({ name, origin, initialised }: Reference): boolean => {
      if (declares.has(name) || origin === "import") return false;
      if (waits && assigned.has(name)) return false;
      if (origin === "own")
        // Unassigned ones are fast as they are.
        return (
          assigned.has(name) && initialised <= node.pos && !captured.has(name) && !reach.outsideMayUse(name)
        );
      const kind = kindOf(name);
      if (assigned.has(name)) return kind === "let" && !reach.mayUse(name);
      // What an import stands for may change in its module.
      return kind !== "import" && !reach.mayAssign(name);
    };
    const names = new Map<string, "own" | "earlier">(
      inside.filter(mayCopy).map(({ name, origin }) => [name, origin === "own" ? origin : "earlier"]),
    );
    return names.size > 0 ? [{ node, body, names }] : [];
  });
}

function outermostLoops(file: ts.SourceFile, start: number): { node: ts.Statement; body: ts.Statement }[] {
  const found: { node: ts.Statement; body: ts.Statement }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return;
    // No statement stands inside an expression but in a function.
    if (ts.isExpression(node) || ts.isTypeNode(node) || ts.isVariableStatement(node)) return;
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

/** Whether other code may run between two rounds, and the names that the loop declares somewhere. */
function factsOf(loop: ts.Node): { awaits: boolean; declares: ReadonlySet<string> } {
  let awaits = false;
  const declares = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) awaits = true;
    if (
      ts.isVariableDeclarationList(node) &&
      (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing
    )
      awaits = true;
    if (isDeclaration(node) && node.name && ts.isIdentifier(node.name)) declares.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(loop);
  return { awaits, declares };
}

function isDeclaration(node: ts.Node): node is ts.Declaration & { readonly name?: ts.Node } {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

import ts from "typescript";

/**
 * Code that TypeScript accepts and the stock tslab 1.0.22 kernel breaks on: `{ name }` where the name comes from an
 * earlier cell, `await (…)` and `for await` at the top level, `await import(…)`, `export`, and syntax it lacks.
 * Returns a sentence for each, in the order of the cells.
 */
export function traps(cells: readonly { id: string; source: string }[]): string[] {
  const found: string[] = [];
  const earlier = new Set<string>();
  for (const { id, source } of cells) {
    // As a module, or `await (x)` would be read the way tslab reads it.
    const file = ts.createSourceFile(`${id}.ts`, `${source}\nexport {};`, ts.ScriptTarget.ES2022, true);
    const own = namesIn(file);
    const say = (node: ts.Node, text: string) =>
      found.push(`${id}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text}`);
    const visit = (node: ts.Node, top: boolean): void => {
      const inside = top && !ts.isFunctionLike(node);
      if (ts.isShorthandPropertyAssignment(node) && earlier.has(node.name.text) && !own.has(node.name.text)) {
        say(
          node,
          `{ ${node.name.text} } is from an earlier cell: write { ${node.name.text}: ${node.name.text} }`,
        );
      }
      // At the top level `await (x)` is a call of a function named await, to tslab.
      if (inside && ts.isAwaitExpression(node)) {
        if (ts.isParenthesizedExpression(leftmost(node.expression)))
          say(node, "`await (` at the top level: name the promise first");
        if (isImport(node.expression)) say(node, "`await import(…)`: use an import declaration");
      }
      if (inside && ts.isForOfStatement(node) && node.awaitModifier)
        say(node, "`for await` at the top level: put it into a function");
      if (
        ts.canHaveModifiers(node) &&
        node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      ) {
        say(node, "`export` in a cell: every top-level name is shared anyway");
      }
      if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
        say(node, "`import.meta` in a cell");
      if (
        ts.isVariableDeclarationList(node) &&
        (node.flags & ts.NodeFlags.BlockScoped) >= ts.NodeFlags.Using
      ) {
        say(node, "`using` needs a newer TypeScript than tslab's");
      }
      ts.forEachChild(node, (child) => visit(child, inside));
    };
    visit(file, true);
    for (const name of topNames(file)) earlier.add(name);
  }
  return found;
}

/** Where the text of an expression begins: the `(x)` of `(x).then()`. */
function leftmost(node: ts.Expression): ts.Expression {
  if (
    ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node)
  ) {
    return leftmost(node.expression);
  }
  return node;
}

function isImport(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** Every name a cell itself declares, at any depth: one of these hides a name of an earlier cell. */
function namesIn(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node);
    if ((declares || ts.isClassDeclaration(node)) && node.name && ts.isIdentifier(node.name))
      names.add(node.name.text);
    if ((ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) && node.name) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** The names a cell leaves behind for later cells. */
function topNames(file: ts.SourceFile): Set<string> {
  const statements = file.statements.map((statement) => {
    if (!ts.isFunctionDeclaration(statement) && !ts.isClassDeclaration(statement))
      return statement.getText(file);
    return `let ${statement.name?.text ?? "_"};`; // a body's own names stay inside it
  });
  return namesIn(ts.createSourceFile("top.ts", statements.join("\n"), ts.ScriptTarget.ES2022, true));
}

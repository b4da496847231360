import ts from "../compile/typescript.cjs";

/** Names as they stand for those of an expression where the code has stopped. */
export interface Names {
  /** Whether the code itself knows a name there; undefined where nobody can tell. */
  isLocal(name: string): boolean | undefined;
  /** What stands in the code for a name that its module imports or exports: `node_path_1.basename`. */
  memberFor(name: string): string | undefined;
  /** What stands in the code for a name of its own. */
  localName(name: string): string;
  /** Whether the notebook has a name. */
  isEarlier(name: string): boolean;
  /** What the names of the notebook are members of. */
  readonly earlier: string;
}

/**
 * What the reader asks about, as JavaScript that can be run where the code has stopped: without types, and names of the
 * notebook as members of what holds them. @throws {SyntaxError} if it is no TypeScript, or awaits
 */
export function expressionOf(text: string, names: Names): string {
  const { isLocal, memberFor, localName, isEarlier, earlier } = names;
  let awaits = false;
  const replaced: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const { factory } = context;
    const declared = new Set<string>();
    const collect = (node: ts.Node): void => {
      if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name))
        declared.add(node.name.text);
      ts.forEachChild(node, collect);
    };
    collect(file);
    const memberOf = (name: string): ts.Expression =>
      factory.createPropertyAccessExpression(factory.createIdentifier(earlier), name);
    const standIn = (id: ts.Identifier): ts.Expression => {
      const name = id.text;
      const local = isLocal(name);
      if (declared.has(name)) return id;
      if (local === true) return factory.createIdentifier(localName(name));
      const member = memberFor(name);
      if (member !== undefined) return factory.createIdentifier(member);
      if (!isEarlier(name)) return id;
      if (local === false) return memberOf(name);
      // Nobody knows yet where this will be asked.
      const unknown = factory.createStrictEquality(
        factory.createTypeOfExpression(id),
        factory.createStringLiteral("undefined"),
      );
      return factory.createParenthesizedExpression(
        factory.createConditionalExpression(unknown, undefined, memberOf(name), undefined, id),
      );
    };
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isAwaitExpression(node)) awaits = true;
      if (ts.isShorthandPropertyAssignment(node))
        return factory.createPropertyAssignment(node.name, standIn(node.name));
      if (ts.isPropertyAccessExpression(node))
        return factory.updatePropertyAccessExpression(
          node,
          ts.visitNode(node.expression, visit) as ts.Expression,
          node.name,
        );
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name))
        return factory.updatePropertyAssignment(
          node,
          node.name,
          ts.visitNode(node.initializer, visit) as ts.Expression,
        );
      if (ts.isIdentifier(node)) return isName(node) ? standIn(node) : node;
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitNode(file, visit) as ts.SourceFile;
  };
  const output = ts.transpileModule(wrapped(text), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
    reportDiagnostics: true,
    transformers: { after: [replaced] },
  });
  const [fault] = output.diagnostics ?? [];
  if (fault !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
  if (awaits) throw new SyntaxError("Cannot await here: the code stands still.");
  return output.outputText;
}

/** An object is no block. */
function wrapped(text: string): string {
  return /^\s*\{/.test(text) ? `(${text})` : text;
}

/** Whether an identifier is a value's name, rather than that of a label or of what is declared. */
function isName({ parent }: ts.Identifier): boolean {
  return parent === undefined || !(ts.isVariableDeclaration(parent) || ts.isParameter(parent));
}

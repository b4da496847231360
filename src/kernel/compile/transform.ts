import type { SourceMapPayload } from "node:module";
import type { Form } from "./form.js";
import ts from "./typescript.cjs";

interface Transformed {
  readonly code: string;
  /** From the code to what was transformed; lines and columns begin at 0. Without one, they are the same. */
  readonly map?: () => SourceMapPayload;
  /** How many characters of the first line of what was transformed are not of the body. */
  readonly margin: number;
}

/** Takes the types out of the body of a function. */
export type Transform = (body: string, isAsync: boolean) => Transformed;

/** What is JavaScript already stays as it is. */
export const leave: Transform = (body) => ({ code: body, margin: 0 });

/** How TypeScript makes a cell JavaScript. */
export interface Translation {
  readonly options: ts.CompilerOptions;
  readonly extension: Form["extension"];
  /** What stands for a module that the code imports and the reader did not. */
  load(module: string): string;
  /** What stands in the code for a name that the text has only as a name: of JSX, of types that decorators see. */
  meaningOf(name: string): string | undefined;
  /** What the names that JSX is translated with stand for. */
  readonly placeholders: ReadonlyMap<string, string>;
  /** What an imported name is called in a tag, where only names can stand: a member of this. */
  readonly imports: string;
}

/** Keeps a comment at the beginning of a cell from being one about the whole file: what it says is in the options. */
const head = ";";

/** By TypeScript: enums, decorators, JSX and all else that becomes code of another form. */
export const translate =
  (translation: Translation): Transform =>
  (body) => {
    const output = ts.transpileModule(head + body, {
      compilerOptions: translation.options,
      fileName: `cell${translation.extension}`,
      transformers: { after: [withValues(translation)] },
    });
    const code = output.outputText
      .replace(/\/\/# sourceMappingURL=.*\s*$/, "")
      // Before a comment that ends the cell, too.
      .replace(/^export \{\};$/m, "");
    const map = (): SourceMapPayload => JSON.parse(output.sourceMapText ?? "{}") as SourceMapPayload;
    return { code, map, margin: head.length };
  };

/** Gives names that TypeScript has written their values, and makes imports that it has written such of the cell. */
function withValues({
  load,
  meaningOf,
  placeholders,
  imports,
}: Translation): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const named = (node: ts.Node, text: string | undefined): ts.Node =>
      text === undefined ? node : ts.setTextRange(factory.createIdentifier(text), node);
    /** Types as values: the arguments of `__metadata`. */
    const inMetadata = (node: ts.Node): ts.Node => {
      if (ts.isIdentifier(node)) return named(node, meaningOf(node.text));
      if (ts.isPropertyAccessExpression(node)) {
        const target = ts.visitNode(node.expression, inMetadata) as ts.Expression;
        return factory.updatePropertyAccessExpression(node, target, node.name);
      }
      return ts.visitEachChild(node, inMetadata, context);
    };
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isIdentifier(node)) return named(node, placeholders.get(node.text));
      if (ts.isImportDeclaration(node)) return declarationOf(node, factory, load);
      if (ts.isPropertyAccessExpression(node) && isNamed(node.expression, imports))
        return named(node, meaningOf(node.name.text));
      if (ts.isCallExpression(node) && isNamed(node.expression, "__metadata"))
        return ts.visitEachChild(node, inMetadata, context);
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitNode(file, visit) as ts.SourceFile;
  };
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** `import { jsx as _jsx } from "…"` as a declaration that takes it from a loaded module. */
function declarationOf(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  factory: ts.NodeFactory,
  load: (module: string) => string,
): ts.Node {
  const bindings = importClause?.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  const pattern = factory.createObjectBindingPattern(
    elements.map(({ name, propertyName }) =>
      factory.createBindingElement(undefined, propertyName as ts.Identifier | undefined, name),
    ),
  );
  const module = factory.createIdentifier(load((moduleSpecifier as ts.StringLiteral).text));
  const declaration = factory.createVariableDeclaration(pattern, undefined, undefined, module);
  const list = factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const);
  return factory.createVariableStatement(undefined, list);
}

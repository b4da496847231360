import { basename } from "node:path";
import ts from "../compile/typescript.cjs";

interface Transpiled {
  /** The body of an async function with the parameters of `moduleParameters`. */
  readonly code: string;
  readonly map: string;
  /** Modules to load first, in order. */
  readonly imports: readonly string[];
}

export const moduleParameters = [
  "exports",
  "require",
  "module",
  "__filename",
  "__dirname",
  "__meta",
  "__load",
  "__tick",
];

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleDetection: ts.ModuleDetectionKind.Force,
  esModuleInterop: true,
  experimentalDecorators: true,
  sourceMap: true,
  jsx: ts.JsxEmit.React,
  newLine: ts.NewLineKind.LineFeed,
};

/** A local module as the body of a function. @throws {SyntaxError} if the text does not parse */
export function transpile(file: string, source: string): Transpiled {
  const output = ts.transpileModule(source, {
    // The compiler leaves the imports of .mjs and .mts files as they are.
    fileName: file.replace(/\.m([jt]s)$/, ".$1"),
    compilerOptions: options,
    reportDiagnostics: true,
    transformers: { before: [metaAndImports] },
  });
  const fault = output.diagnostics?.find(({ code }) => code < 1300 || code > 1400);
  if (fault !== undefined) {
    const { line = 0, character = 0 } = fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0) ?? {};
    const message = ts.flattenDiagnosticMessageText(fault.messageText, "\n");
    throw new SyntaxError(`Cannot compile ${file}:${line + 1}:${character + 1}: ${message}`);
  }
  const { outputText } = output;
  const found = ts.preProcessFile(outputText, true, true).importedFiles;
  return {
    code: `let __w = 1;${outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "")}`,
    map: JSON.stringify({ ...JSON.parse(output.sourceMapText ?? "{}"), sources: [basename(file)] }),
    imports: [...new Set(found.map(({ fileName }) => fileName))],
  };
}

/** A loop that asks every few rounds whether it is to stop. `__w` counts the rounds of all loops of the module. */
function watched(loop: ts.IterationStatement, factory: ts.NodeFactory): ts.IterationStatement {
  const name = (text: string): ts.Identifier => factory.createIdentifier(text);
  const down = factory.createPrefixDecrement(name("__w"));
  const again = factory.createAssignment(
    name("__w"),
    factory.createCallExpression(name("__tick"), undefined, []),
  );
  const check = factory.createIfStatement(
    // Below 1: one that threw has left 0 behind.
    factory.createLessThan(down, factory.createNumericLiteral(1)),
    factory.createExpressionStatement(again),
  );
  const body = factory.createBlock([check, loop.statement]);
  if (ts.isForStatement(loop))
    return factory.updateForStatement(loop, loop.initializer, loop.condition, loop.incrementor, body);
  if (ts.isForInStatement(loop))
    return factory.updateForInStatement(loop, loop.initializer, loop.expression, body);
  if (ts.isForOfStatement(loop))
    return factory.updateForOfStatement(loop, loop.awaitModifier, loop.initializer, loop.expression, body);
  if (ts.isWhileStatement(loop)) return factory.updateWhileStatement(loop, loop.expression, body);
  return factory.updateDoStatement(loop as ts.DoStatement, body, (loop as ts.DoStatement).expression);
}

/** `import.meta` and `import()` become names that the function is given; loops can be stopped. */
const metaAndImports: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isMetaProperty(node)) return factory.createIdentifier("__meta");
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const given = node.arguments.map((argument) => ts.visitNode(argument, visit) as ts.Expression);
      return factory.createCallExpression(factory.createIdentifier("__load"), undefined, given);
    }
    if (ts.isIterationStatement(node, false))
      return watched(ts.visitEachChild(node, visit, context), factory);
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitNode(file, visit) as ts.SourceFile;
};

import { basename } from "node:path";
import ts from "../compile/typescript.cjs";
import { dialectOf, hasModuleSyntax } from "./dialect.js";

interface Transpiled {
  /** A function expression with the parameters of `moduleParameters`; async where the module awaits. */
  readonly code: string;
  readonly map: string;
  /** What ES imports name, to be loaded first, in order. */
  readonly imports: readonly string[];
  /** What `import … = require("…")` names. */
  readonly required: readonly string[];
  /** Whether it awaits outside functions. */
  readonly isAsync: boolean;
  /** Whether it is an ES module rather than CommonJS. */
  readonly isModule: boolean;
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
  "__import",
];

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  sourceMap: true,
  newLine: ts.NewLineKind.LineFeed,
};

/** A local module as a function. @throws {SyntaxError} if the text does not parse */
export function transpile(file: string, source: string): Transpiled {
  const isModule = hasModuleSyntax(file, source);
  const found = { imports: [] as string[], required: [] as string[], isAsync: false };
  const output = ts.transpileModule(source, {
    // The compiler leaves the imports of .mjs and .mts files as they are.
    fileName: file.replace(/\.[cm]([jt]s)$/, ".$1"),
    compilerOptions: {
      ...options,
      ...dialectOf(file, source),
      moduleDetection: isModule ? ts.ModuleDetectionKind.Force : ts.ModuleDetectionKind.Legacy,
    },
    reportDiagnostics: true,
    transformers: { before: [metaAndLoops(found)], after: [importCalls(found)] },
  });
  const fault = output.diagnostics?.find(({ code }) => code < 1300 || code > 1400);
  if (fault !== undefined) {
    const { line = 0, character = 0 } = fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0) ?? {};
    const message = ts.flattenDiagnosticMessageText(fault.messageText, "\n");
    throw new SyntaxError(`Cannot compile ${file}:${line + 1}:${character + 1}: ${message}`);
  }
  const body = output.outputText.replace(/^#!.*/, "").replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const head = `(${found.isAsync ? "async " : ""}function (${moduleParameters.join(", ")}) {`;
  return {
    // In one line, before those of the map.
    code: `${head}${isModule ? ' "use strict";' : ""} let __w = 1;\n${body}\n})`,
    map: JSON.stringify({ ...JSON.parse(output.sourceMapText ?? "{}"), sources: [basename(file)] }),
    imports: [...new Set(found.imports)],
    required: [...new Set(found.required)],
    isAsync: found.isAsync,
    isModule,
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
function metaAndLoops(found: { isAsync: boolean; required: string[] }): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    let depth = 0;
    const inner = (node: ts.Node): ts.Node => {
      const opens = ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node);
      if (opens) depth++;
      const visited = ts.visitEachChild(node, visit, context);
      if (opens) depth--;
      return visited;
    };
    const visit = (node: ts.Node): ts.Node => {
      if (depth === 0 && isAwait(node)) found.isAsync = true;
      if (ts.isExternalModuleReference(node) && ts.isStringLiteral(node.expression))
        found.required.push(node.expression.text);
      if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
        return factory.createIdentifier("__meta");
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const given = node.arguments.map((argument) => ts.visitNode(argument, visit) as ts.Expression);
        return factory.createCallExpression(factory.createIdentifier("__load"), undefined, given);
      }
      if (ts.isIterationStatement(node, false)) return watched(inner(node) as ts.IterationStatement, factory);
      return inner(node);
    };
    return ts.visitNode(file, visit) as ts.SourceFile;
  };
}

function isAwait(node: ts.Node): boolean {
  if (ts.isForOfStatement(node)) return node.awaitModifier !== undefined;
  if (ts.isVariableDeclarationList(node))
    return (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
  return ts.isAwaitExpression(node);
}

/** The calls of `require` that the compiler writes for ES imports become calls of `__import`. */
function importCalls(found: { imports: string[] }): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isFunctionLike(node) || ts.isImportEqualsDeclaration(ts.getOriginalNode(node))) return node;
      const [given] = ts.isCallExpression(node) ? node.arguments : [];
      // What the reader wrote has a place in the text.
      if (!ts.isCallExpression(node) || node.pos >= 0 || given === undefined || !ts.isStringLiteral(given))
        return ts.visitEachChild(node, visit, context);
      if (!ts.isIdentifier(node.expression) || node.expression.text !== "require") return node;
      found.imports.push(given.text);
      return factory.updateCallExpression(node, factory.createIdentifier("__import"), undefined, [given]);
    };
    return ts.visitNode(file, visit) as ts.SourceFile;
  };
}

import { Edits } from "./edits.js";
import type { CellImports } from "./imports.js";
import { closeLoop, openLoop, watchLoops } from "./loopEdits.js";
import { type FastLoop, fastLoops } from "./loops.js";
import { type Reference, referencesIn } from "./references.js";
import ts from "./typescript.cjs";

interface Rewritten {
  readonly edits: Edits;
  readonly isAsync: boolean;
}

/**
 * The edits that make a checked cell (from `start` of the file on) the body of a function: earlier names through
 * `__scope`, imported ones through `__m`, awaits through `__checkpoint`, the last expression returned.
 */
export function rewrite(
  file: ts.SourceFile,
  start: number,
  checker: ts.TypeChecker,
  imports: CellImports,
  names: { interesting: ReadonlySet<string>; known: (name: string) => boolean },
): Rewritten {
  const edits = new Edits();
  const references = referencesIn(file, start, checker, names.interesting);
  const loops = fastLoops(file, start, references, names.known);
  for (const statement of imports.statements) {
    const lines = statement.getText(file).replace(/[^\n]/g, "");
    edits.replace(statement.getStart(file), statement.end, `${lines};`);
  }
  for (const [statement, isValue] of imports.equals) rewriteEquals(edits, file, statement, isValue);
  const last = lastExpressionOf(file, start);
  if (last !== undefined) edits.insert(last.getStart(file), "return (");
  for (const loop of loops) openLoop(edits, loop, file, references);
  for (const reference of references) {
    const text = replacementOf(reference, imports, loops);
    if (text !== undefined) replaceReference(edits, file, reference.id, text);
  }
  watchLoops(edits, file, start, loops);
  const isAsync = rewriteAwaits(edits, file, start);
  if (last !== undefined) edits.replace(last.expression.end, last.end, ");");
  for (const loop of loops) closeLoop(edits, loop, references);
  return { edits, isAsync };
}

/** `import x = …` becomes `const x = …`; `require` is the cell's own, whatever else the cell calls so. */
function rewriteEquals(
  edits: Edits,
  file: ts.SourceFile,
  statement: ts.ImportEqualsDeclaration,
  isValue: boolean,
): void {
  const start = statement.getStart(file);
  const { moduleReference } = statement;
  if (!isValue) {
    edits.replace(start, statement.end, `${statement.getText(file).replace(/[^\n]/g, "")};`);
    return;
  }
  edits.replace(start, start + "import".length, "const");
  if (!ts.isExternalModuleReference(moduleReference)) return;
  const from = moduleReference.getStart(file);
  edits.replace(from, from + "require".length, "__cell.locals.require");
}

function lastExpressionOf(file: ts.SourceFile, start: number): ts.ExpressionStatement | undefined {
  const last = file.statements.findLast(
    (statement) =>
      statement.end > start && !ts.isEmptyStatement(statement) && !ts.isExportDeclaration(statement),
  );
  return last !== undefined && ts.isExpressionStatement(last) ? last : undefined;
}

function replacementOf(
  { name, origin, id }: Reference,
  imports: CellImports,
  loops: readonly FastLoop[],
): string | undefined {
  const loop = loops.find(({ node }) => id.pos >= node.pos && id.end <= node.end);
  if (loop?.names.has(name) && origin !== "import") return `__l_${name}`;
  if (origin === "import") return imports.values.get(name);
  return origin === "earlier" ? `__scope.${name}` : undefined;
}

function replaceReference(edits: Edits, file: ts.SourceFile, id: ts.Identifier, text: string): void {
  const { parent } = id;
  const start = id.getStart(file);
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === id) {
    edits.replace(start, id.end, `${id.text}: ${text}`);
    return;
  }
  const called =
    (ts.isCallExpression(parent) && parent.expression === id) ||
    (ts.isTaggedTemplateExpression(parent) && parent.tag === id);
  if (!called || text.startsWith("__l_")) {
    edits.replace(start, id.end, text);
    return;
  }
  // `(0, f)()` calls without `this`; the semicolon keeps it from continuing a line that ends without one.
  edits.replace(start, id.end, `${startsStatement(id, file) ? ";" : ""}(0, ${text})`);
}

function startsStatement(id: ts.Identifier, file: ts.SourceFile): boolean {
  const statement = ts.findAncestor(id, ts.isExpressionStatement);
  if (statement === undefined || statement.getStart(file) !== id.getStart(file)) return false;
  const { parent } = statement;
  if (ts.isSourceFile(parent)) return statement !== lastExpressionOf(file, 0);
  return ts.isBlock(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
}

/** Returns whether the cell awaits outside functions. */
function rewriteAwaits(edits: Edits, file: ts.SourceFile, start: number): boolean {
  let isAsync = false;
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isAwaitExpression(node)) {
      isAsync ||= !inFunction;
      wrap(edits, file, node.expression, "__checkpoint");
    } else if (ts.isForOfStatement(node) && node.awaitModifier) {
      isAsync ||= !inFunction;
      wrap(edits, file, node.expression, "__iterate");
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.expression.getStart(file), node.expression.end, "__load");
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.getStart(file), node.end, "__meta");
    } else if (ts.isVariableDeclarationList(node)) {
      isAsync ||= !inFunction && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
    }
    const inside = inFunction || ts.isFunctionLike(node) || ts.isPropertyDeclaration(node);
    ts.forEachChild(node, (child) => {
      visit(child, inside);
    });
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement, false);
  return isAsync;
}

function wrap(edits: Edits, file: ts.SourceFile, expression: ts.Expression, call: string): void {
  edits.insert(expression.getStart(file), `${call}(`);
  edits.insert(expression.end, ")");
}

import { bare, isAround } from "./around.js";
import { noteBriefFunctions } from "./brief.js";
import { Edits } from "./edits.js";
import { evaluates } from "./evaluates.js";
import type { Hidden } from "./hidden.js";
import type { CellImports } from "./imports.js";
import { closeLoop, openLoop, watchLoops } from "./loopEdits.js";
import { type FastLoop, fastLoops } from "./loops.js";
import type { Reach } from "./reach.js";
import { type Reference, referencesIn } from "./references.js";
import type { Declared } from "./types.js";
import ts from "./typescript.cjs";

interface Rewritten {
  readonly edits: Edits;
  readonly isAsync: boolean;
}

/** What the cells before this one have left. */
export interface Before {
  /** Names of interest: other identifiers are not looked up. */
  readonly interesting: ReadonlySet<string>;
  kindOf(name: string): Declared["kind"] | undefined;
  readonly reach: Reach;
  /** Where an object begins that stands last, as `withObject` puts it. */
  readonly object: number | undefined;
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
  hidden: Hidden,
  { interesting, kindOf, reach, object }: Before,
): Rewritten {
  const edits = new Edits();
  const references = referencesIn(file, start, checker, interesting);
  reach.note(references, evaluates(file, start));
  noteBriefFunctions(file, start, reach);
  const loops = fastLoops(file, start, references, reach, kindOf);
  for (const statement of imports.statements) {
    const lines = statement.getText(file).replace(/[^\n]/g, "");
    edits.replace(statement.getStart(file), statement.end, `${lines};`);
  }
  const last = lastExpressionOf(file, start);
  if (last !== undefined) returnFrom(edits, file, last, object);
  for (const loop of loops) openLoop(edits, loop, file, references, hidden);
  const named: { value: ts.Expression; name: string }[] = [];
  for (const reference of references) {
    const text = replacementOf(reference, imports, loops, hidden);
    if (text === undefined) continue;
    replaceReference(edits, file, reference.id, text, reference.origin === "own");
    const unnamed = unnamedValueOf(reference.id);
    if (unnamed === undefined) continue;
    edits.insert(unnamed.getStart(file), `({ ["${reference.name}"]: `);
    named.push({ value: unnamed, name: reference.name });
  }
  watchLoops(edits, file, start, loops, hidden);
  const isAsync = rewriteAwaits(edits, file, start, hidden);
  for (const { value, name } of named.reverse()) edits.insert(value.end, ` })["${name}"]`);
  if (last !== undefined) edits.replace(last.expression.end, last.end, ");");
  for (const loop of loops) closeLoop(edits, loop, references, hidden);
  return { edits, isAsync };
}

function lastExpressionOf(file: ts.SourceFile, start: number): ts.ExpressionStatement | undefined {
  const last = file.statements.findLast(
    (statement) =>
      statement.end > start && !ts.isEmptyStatement(statement) && !ts.isExportDeclaration(statement),
  );
  return last !== undefined && ts.isExpressionStatement(last) ? last : undefined;
}

/** What `withObject` put before an object goes. */
function returnFrom(
  edits: Edits,
  file: ts.SourceFile,
  last: ts.ExpressionStatement,
  object: number | undefined,
): void {
  const start = last.getStart(file);
  if (object === undefined) edits.insert(start, "return (");
  else edits.replace(start, object, " return (");
}

function replacementOf(
  { name, origin, id, captured }: Reference,
  imports: CellImports,
  loops: readonly FastLoop[],
  hidden: Hidden,
): string | undefined {
  const loop = loops.find(({ node }) => id.pos >= node.pos && id.end <= node.end);
  // A function may live on when the loop is over: it gets no copy.
  if (loop?.names.has(name) && !captured) return origin === "own" ? hidden.copy(name) : undefined;
  if (origin === "import") {
    const value = imports.values.get(name);
    // A tag is made of names.
    if (value !== undefined && isTag(id)) return `${hidden.name("i")}.${name}`;
    return value && hidden.imported(value);
  }
  return origin === "earlier" ? hidden.earlier(name) : undefined;
}

/** Whether a name begins the tag of an element: `<Chart>`, `<charts.Bar />`. */
function isTag(id: ts.Identifier): boolean {
  let node: ts.Node = id;
  while (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node) node = node.parent;
  const { parent } = node;
  return (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) && parent.tagName === node;
}

/** `isVariable` tells that `text` is a name, not a member of something. */
function replaceReference(
  edits: Edits,
  file: ts.SourceFile,
  id: ts.Identifier,
  text: string,
  isVariable: boolean,
): void {
  const start = id.getStart(file);
  if (ts.isShorthandPropertyAssignment(id.parent) && id.parent.name === id) {
    edits.replace(start, id.end, `${id.text}: ${text}`);
    return;
  }
  if (isVariable || !isCalled(id)) {
    edits.replace(start, id.end, text);
    return;
  }
  // `(0, f)()` calls without `this`; the semicolon keeps it from continuing a line that ends without one.
  edits.replace(start, id.end, `${startsStatement(id, file) ? ";" : ""}(0, ${text})`);
}

/** Whether a name is called, or is the tag of a template: also in `f!()` and `(f as F)()`. */
function isCalled(id: ts.Identifier): boolean {
  let node: ts.Expression = id;
  while (isAround(node.parent)) node = node.parent;
  const { parent } = node;
  return (
    (ts.isCallExpression(parent) && parent.expression === node) ||
    (ts.isTaggedTemplateExpression(parent) && parent.tag === node)
  );
}

/** In `f = () => 1` the function gets the name `f`; as a member of something it would get none. */
function unnamedValueOf(id: ts.Identifier): ts.Expression | undefined {
  const { parent } = id;
  if (ts.isShorthandPropertyAssignment(parent))
    return parent.objectAssignmentInitializer && unnamed(parent.objectAssignmentInitializer);
  if (!ts.isBinaryExpression(parent) || parent.left !== id) return undefined;
  const { kind } = parent.operatorToken;
  const names =
    kind === ts.SyntaxKind.EqualsToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken ||
    kind === ts.SyntaxKind.BarBarEqualsToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken;
  return names ? unnamed(parent.right) : undefined;
}

function unnamed(value: ts.Expression): ts.Expression | undefined {
  const inner = bare(value);
  if (ts.isArrowFunction(inner)) return value;
  if (!ts.isFunctionExpression(inner) && !ts.isClassExpression(inner)) return undefined;
  return inner.name === undefined ? value : undefined;
}

function startsStatement(id: ts.Identifier, file: ts.SourceFile): boolean {
  const statement = ts.findAncestor(id, ts.isExpressionStatement);
  if (statement === undefined || statement.getStart(file) !== id.getStart(file)) return false;
  const { parent } = statement;
  if (ts.isSourceFile(parent)) return statement !== lastExpressionOf(file, 0);
  return ts.isBlock(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
}

/** Returns whether the cell awaits outside functions. */
function rewriteAwaits(edits: Edits, file: ts.SourceFile, start: number, hidden: Hidden): boolean {
  let isAsync = false;
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isAwaitExpression(node)) {
      isAsync ||= !inFunction;
      wrap(edits, file, node.expression, hidden.name("checkpoint"));
    } else if (ts.isForOfStatement(node) && node.awaitModifier) {
      isAsync ||= !inFunction;
      wrap(edits, file, node.expression, hidden.name("iterate"));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.expression.getStart(file), node.expression.end, hidden.name("load"));
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.getStart(file), node.end, hidden.name("meta"));
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

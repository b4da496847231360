import { bare, isAround } from "./around.js";
import type { Edits } from "./edits.js";
import type { Hidden } from "./hidden.js";
import type { CellImports } from "./imports.js";
import type { FastLoop } from "./loops.js";
import type { Reference } from "./references.js";
import ts from "./typescript.cjs";

/** What stands in the cell's code for a name; undefined where it stays. */
export function replacementOf(
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

/** Puts `text` in the place of a name. `isVariable` tells that `text` is a name, not a member of something. */
export function replaceReference(
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
export function unnamedValueOf(id: ts.Identifier): ts.Expression | undefined {
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

/** The expression that a cell ends with, whose value it shows. */
export function lastExpressionOf(file: ts.SourceFile, start: number): ts.ExpressionStatement | undefined {
  const last = file.statements.findLast(
    (statement) =>
      statement.end > start && !ts.isEmptyStatement(statement) && !ts.isExportDeclaration(statement),
  );
  return last !== undefined && ts.isExpressionStatement(last) ? last : undefined;
}

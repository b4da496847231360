import { bare } from "./around.js";
import type { View } from "./checker.js";
import { type CellDiagnostic, diagnosticAt } from "./error.js";
import ts from "./typescript.cjs";

/** Globals of this kernel that ask the reader, and that give the answer at once in a browser. */
const questions = new Set(["prompt", "confirm", "input", "password"]);

/**
 * Questions to the reader whose answer is used before it is there: `if (confirm("Go on?"))` is always true without
 * `await`, and TypeScript finds nothing wrong with it. `toCell` gives offsets in `source`.
 */
export function unawaitedQuestions(
  { file, checker }: View,
  start: number,
  source: string,
  toCell: (offset: number) => number,
): CellDiagnostic[] {
  if (![...questions].some((name) => source.includes(name))) return [];
  const found: CellDiagnostic[] = [];
  const questionOf = (expression: ts.Expression): string | undefined => {
    const value = bare(expression);
    if (ts.isCallExpression(value) && ts.isIdentifier(value.expression)) {
      const { text } = value.expression;
      return questions.has(text) && isOwn(checker.getSymbolAtLocation(value.expression)) ? text : undefined;
    }
    // `ready && confirm("Go on?")` is what stands last in it.
    if (ts.isBinaryExpression(value) && isEither(value)) return questionOf(value.right);
    if (!ts.isIdentifier(value)) return undefined;
    const declaration = checker.getSymbolAtLocation(value)?.valueDeclaration;
    const given = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return given !== undefined && ts.isCallExpression(bare(given)) ? questionOf(given) : undefined;
  };
  const visit = (node: ts.Node): void => {
    for (const used of usedAtOnce(node)) {
      const name = questionOf(used);
      if (name === undefined) continue;
      const offset = toCell(used.getStart(file) - start);
      const message = `The answer comes later: write await before ${used.getText(file)}.`;
      found.push(diagnosticAt(source, offset, used.end - used.getStart(file), message, 0));
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement);
  return found;
}

/** The declaration of the kernel, not one of the reader's. */
function isOwn(symbol: ts.Symbol | undefined): boolean {
  return symbol?.valueDeclaration?.getSourceFile().fileName.endsWith("__globals__.d.ts") === true;
}

/** What a node takes for a plain value, where any type will do. */
function usedAtOnce(node: ts.Node): readonly ts.Expression[] {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return [node.expression];
  if (ts.isConditionalExpression(node) || ts.isForStatement(node))
    return node.condition === undefined ? [] : [node.condition];
  if (ts.isPrefixUnaryExpression(node)) return [node.operand];
  if (ts.isTemplateSpan(node)) return [node.expression];
  if (ts.isCallExpression(node) && /^(?:Number|String|Boolean|BigInt)$/.test(node.expression.getText()))
    return node.arguments;
  if (!ts.isBinaryExpression(node)) return [];
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.PlusToken) return [node.left, node.right];
  return isEither(node) ? [node.left] : [];
}

function isEither({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

import ts from "./typescript.cjs";

/** What may stand around an expression and leaves its value, and its `this`, as they are: brackets and types. */
export type Around =
  | ts.ParenthesizedExpression
  | ts.NonNullExpression
  | ts.AsExpression
  | ts.SatisfiesExpression
  | ts.TypeAssertion
  | ts.ExpressionWithTypeArguments;

export function isAround(node: ts.Node): node is Around {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isExpressionWithTypeArguments(node)
  );
}

/** An expression without brackets and types around it. */
export function bare(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (isAround(inner)) inner = inner.expression;
  return inner;
}

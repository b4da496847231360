import { type FullChecker, internals } from "./internals.js";
import ts from "./typescript.cjs";

/** The symbol of a word; of a key in an object, that of the type that is wanted there. */
export function symbolOf(node: ts.Node, checker: FullChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) &&
    parent.name === node &&
    ts.isObjectLiteralExpression(parent.parent)
  ) {
    const name = ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : "";
    const wanted = checker.getContextualType(parent.parent)?.getProperty(name);
    if (wanted !== undefined) return wanted;
  }
  const found = checker.getSymbolAtLocation(node);
  if (found === undefined) return undefined;
  const target = (found.flags & ts.SymbolFlags.Alias) === 0 ? found : checker.getAliasedSymbol(found);
  return checker.isUnknownSymbol(target) ? undefined : found;
}

/** Values, types and namespaces. */
export const anyMeaning = 7;

/** A type or namespace whose name stands where a value is expected: alone in a cell, for a look at it. */
export function typeNamed(node: ts.Node, checker: FullChecker): ts.Symbol | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent, text } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const holder = checker.getSymbolAtLocation(parent.expression) ?? typeNamed(parent.expression, checker);
    if (holder === undefined) return undefined;
    const target = (holder.flags & ts.SymbolFlags.Alias) === 0 ? holder : checker.getAliasedSymbol(holder);
    if ((target.flags & ts.SymbolFlags.Module) === 0) return undefined;
    return checker.getExportsOfModule(target).find(({ name }) => name === text);
  }
  if (!internals.isExpressionNode(node)) return undefined;
  return checker.resolveName(text, node, ts.SymbolFlags.Type | ts.SymbolFlags.Namespace, false);
}

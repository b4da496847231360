import { internals } from "./internals.js";
import ts from "./typescript.cjs";

/** What completion and inspection know of the variable declared at a position, and the check of a cell does not need. */
export function shownOf(
  file: ts.SourceFile,
  position: number,
): { shown: string | undefined; isDocumented: boolean } {
  const { parent } = internals.getTouchingPropertyName(file, position);
  const statement = ts.isVariableDeclaration(parent) ? parent.parent.parent : undefined;
  const isDocumented = statement !== undefined && ts.getJSDocCommentsAndTags(statement).length > 0;
  return { shown: requiredType(parent), isDocumented };
}

/**
 * What a variable is that `require("…")` gives, as a type in words: `typeof import("fs")`. For the check that is
 * anything, as ever in TypeScript.
 */
function requiredType(declaration: ts.Node): string | undefined {
  if (ts.isVariableDeclaration(declaration)) return typeOf(declaration.initializer);
  if (!ts.isBindingElement(declaration) || declaration.dotDotDotToken !== undefined) return undefined;
  const pattern = declaration.parent;
  if (!ts.isObjectBindingPattern(pattern) || !ts.isVariableDeclaration(pattern.parent)) return undefined;
  const key = declaration.propertyName ?? declaration.name;
  const whole = typeOf(pattern.parent.initializer);
  return whole !== undefined && ts.isIdentifier(key) ? memberOf(whole, key.text) : undefined;
}

function typeOf(value: ts.Expression | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (ts.isPropertyAccessExpression(value)) {
    const holder = typeOf(value.expression);
    return holder === undefined ? undefined : memberOf(holder, value.name.text);
  }
  const specifier = requiredIn(value);
  return specifier === undefined ? undefined : `typeof import(${JSON.stringify(specifier)})`;
}

function memberOf(type: string, name: string): string {
  return `(${type})[${JSON.stringify(name)}]`;
}

function requiredIn(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [given] = node.arguments;
  return node.expression.text === "require" && given !== undefined && ts.isStringLiteralLike(given)
    ? given.text
    : undefined;
}

/** Declares `require` for a cell that is looked at: with the type of each module that it names there. */
export function requireDeclared(cell: ts.SourceFile): string {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const specifier = requiredIn(node);
    if (specifier !== undefined && specifier !== "") found.add(specifier);
    ts.forEachChild(node, visit);
  };
  visit(cell);
  if (found.size === 0) return "";
  const calls = [...found].map((specifier) => JSON.stringify(specifier));
  const types = calls.map((specifier) => `(id: ${specifier}): typeof import(${specifier})`);
  return `declare const require: { ${types.join("; ")} } & NodeJS.Require; `;
}

import { type Field, type Listed, listOf } from "./fieldLists.js";
import { Fields } from "./fields.js";
import { told } from "./members.js";
import ts from "./typescript.cjs";
import type { Viewed } from "./viewed.js";

/** The fields of the options that a function takes, by the names of its parameters. With `detail` 1, of all its forms. */
export function parametersOf(cell: Viewed, symbol: ts.Symbol, node: ts.Node, detail: 0 | 1): Listed[] {
  const found = new Map<string, Field[]>();
  const signatures = signaturesAt(cell, symbol, node);
  for (const signature of detail === 0 ? signatures.slice(0, 1) : signatures) {
    for (const [index, parameter] of signature.parameters.entries()) {
      const { name, defaults } = partsOf(parameter);
      const type = typeOf(cell, signature, index, node);
      const fields = new Fields(cell.checker, node).ofOptions(type, defaults);
      // What the signature spells out is listed where there is more to say.
      if (!isNamed(type) && !fields.some(isTold)) continue;
      const known = found.get(name) ?? [];
      const heads = new Set(known.map(({ head }) => head));
      found.set(name, [...known, ...fields.filter(({ head }) => !heads.has(head))]);
    }
  }
  // A tooltip is low: what has words stands first.
  const listed = [...found].filter(([, fields]) => fields.length > 0);
  const ordered = [...listed.filter(([, fields]) => fields.some(isTold)), ...listed];
  return [...new Map(ordered)].map(([name, fields]) => ({
    name,
    // Who gives options may change them.
    list: listOf(fields, told[detail]).replaceAll("`readonly ", "`"),
  }));
}

/** The type of a parameter. What a call has given for a type is no more than an example of what can be given. */
function typeOf({ checker }: Viewed, signature: ts.Signature, index: number, node: ts.Node): ts.Type {
  const { declaration, parameters } = signature;
  const bare =
    declaration === undefined || ts.isJSDocSignature(declaration)
      ? undefined
      : checker.getSignatureFromDeclaration(declaration)?.parameters[index];
  const own = bare && checker.getTypeOfSymbolAtLocation(bare, node);
  if (own !== undefined && (own.flags & ts.TypeFlags.TypeParameter) !== 0) return own;
  return checker.getTypeOfSymbolAtLocation(parameters[index] as ts.Symbol, node);
}

function isNamed(type: ts.Type): boolean {
  const { aliasSymbol, symbol } = type as { aliasSymbol?: ts.Symbol; symbol?: ts.Symbol };
  return (
    aliasSymbol !== undefined || type.isUnionOrIntersection() || !(symbol?.name ?? "__").startsWith("__")
  );
}

/** The fields of a type, or of the type of a variable, as a list where comments tell something of them. */
export function fieldsAt(cell: Viewed, symbol: ts.Symbol, node: ts.Node, detail: 0 | 1): string {
  const { checker } = cell;
  const { flags } = symbol;
  const fields = new Fields(checker, node);
  const found = (): Field[] => {
    if ((flags & ts.SymbolFlags.Interface) !== 0 && (flags & ts.SymbolFlags.Class) === 0)
      return fields.of(checker.getDeclaredTypeOfSymbol(symbol));
    if ((flags & ts.SymbolFlags.TypeAlias) !== 0)
      return fields.ofOptions(checker.getDeclaredTypeOfSymbol(symbol));
    if ((flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)) === 0) return [];
    return fields.ofOptions(checker.getTypeOfSymbolAtLocation(symbol, node));
  };
  const all = found();
  return all.some(isTold) ? listOf(all, told[detail]) : "";
}

function isTold({ words, otherwise, inner }: Field): boolean {
  return words !== "" || otherwise !== "" || inner.some(isTold);
}

/** The signatures of a function that is named; where it is called, the one that is. */
function signaturesAt({ checker }: Viewed, symbol: ts.Symbol, node: ts.Node): readonly ts.Signature[] {
  const { parent } = node;
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node;
  const call = callee.parent as ts.Node | undefined;
  const isCalled =
    call !== undefined &&
    (ts.isCallExpression(call) || ts.isNewExpression(call)) &&
    call.expression === callee;
  const resolved = isCalled ? checker.getResolvedSignature(call) : undefined;
  if (resolved?.declaration !== undefined) return [resolved];
  const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(symbol, node));
  const calls = type.getCallSignatures();
  return calls.length > 0 ? calls : type.getConstructSignatures();
}

/** The name of a parameter, and what stands behind `=` where it is taken apart. */
function partsOf({ name, valueDeclaration }: ts.Symbol): { name: string; defaults: Map<string, string> } {
  const defaults = new Map<string, string>();
  if (
    valueDeclaration === undefined ||
    !ts.isParameter(valueDeclaration) ||
    !ts.isObjectBindingPattern(valueDeclaration.name)
  )
    return { name, defaults };
  const { elements } = valueDeclaration.name;
  for (const { name: own, propertyName, initializer } of elements)
    if (initializer !== undefined) defaults.set((propertyName ?? own).getText(), initializer.getText());
  const names = elements.map((element) => (element.propertyName ?? element.name).getText());
  return { name: `{ ${names.join(", ")} }`, defaults };
}

import ts from "./typescript.cjs";

/** Longer words are no gain over a look at the cell. */
const longest = 2000;

/** How deep objects and lists may lie in each other. */
const deepest = 6;
/** From how many characters on a declaration is better told in words than looked at again. */
const long = 10_000;

const plainFlags =
  ts.TypeFlags.Number |
  ts.TypeFlags.String |
  ts.TypeFlags.Boolean |
  ts.TypeFlags.BigInt |
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown;

/**
 * The type of a variable in words, if it needs no other file: numbers, strings and the like, arrays of them, and of
 * long literals also lists and objects without names of their own. Later cells then do not look at the cell that
 * declared it: less to check, no long list of values to be read again, and no chain of cells in memory.
 */
export function plainType(
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  position: number,
): string | undefined {
  const id = identifierAt(file, position);
  const symbol = id && checker.getSymbolAtLocation(id);
  if (id === undefined || symbol === undefined) return undefined;
  const type = checker.getTypeOfSymbolAtLocation(symbol, id);
  if (!isPlain(checker, type)) {
    // Of a short one, comments on its members would be lost.
    const width = symbol.valueDeclaration?.getWidth(file) ?? 0;
    if (width < long || type.isUnion() || !isNameless(checker, type, 0)) return undefined;
  }
  const text = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  return text.length <= longest ? text : undefined;
}

function isPlain(checker: ts.TypeChecker, type: ts.Type): boolean {
  const element = checker.isArrayType(type) ? elementOf(checker, type) : type;
  return element !== undefined && (element.flags & plainFlags) !== 0 && element.aliasSymbol === undefined;
}

/** Whether a type is made of plain ones, by lists, unions and literals of objects. */
function isNameless(checker: ts.TypeChecker, type: ts.Type, depth: number): boolean {
  if (type.aliasSymbol !== undefined || depth > deepest) return false;
  if ((type.flags & (plainFlags | ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0) return true;
  const inside = (each: ts.Type): boolean => isNameless(checker, each, depth + 1);
  if (type.isUnion()) return type.types.every(inside);
  if (checker.isArrayType(type)) {
    const element = elementOf(checker, type);
    return element !== undefined && inside(element);
  }
  if (((type.symbol as ts.Symbol | undefined)?.flags ?? 0) !== ts.SymbolFlags.ObjectLiteral) return false;
  return checker.getPropertiesOfType(type).every((property) => {
    const isProperty = (property.flags & ts.SymbolFlags.Property) !== 0;
    return isProperty && inside(checker.getTypeOfSymbol(property));
  });
}

function elementOf(checker: ts.TypeChecker, array: ts.Type): ts.Type | undefined {
  return checker.getTypeArguments(array as ts.TypeReference)[0];
}

function identifierAt(file: ts.SourceFile, position: number): ts.Identifier | undefined {
  const visit = (node: ts.Node): ts.Identifier | undefined => {
    if (position < node.pos || position >= node.end) return undefined;
    if (ts.isIdentifier(node) && node.getStart(file) === position) return node;
    return ts.forEachChild(node, visit);
  };
  return visit(file);
}

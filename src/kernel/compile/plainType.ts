import ts from "./typescript.cjs";

const plainFlags =
  ts.TypeFlags.Number |
  ts.TypeFlags.String |
  ts.TypeFlags.Boolean |
  ts.TypeFlags.BigInt |
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown;

/**
 * The type of a variable in words, if it needs no other file: numbers, strings and the like, and arrays of them.
 * Later cells then do not look at the cell that declared it: less to check, and no chain of cells in memory.
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
  let element: ts.Type | undefined = type;
  if (checker.isArrayType(type)) element = checker.getTypeArguments(type as ts.TypeReference)[0];
  if (element === undefined || (element.flags & plainFlags) === 0 || element.aliasSymbol) return undefined;
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
}

function identifierAt(file: ts.SourceFile, position: number): ts.Identifier | undefined {
  const visit = (node: ts.Node): ts.Identifier | undefined => {
    if (position < node.pos || position >= node.end) return undefined;
    if (ts.isIdentifier(node) && node.getStart(file) === position) return node;
    return ts.forEachChild(node, visit);
  };
  return visit(file);
}

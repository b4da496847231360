import ts from "./typescript.cjs";

/** TypeScript's kind of a completion; of what an import stands for, rather than `alias`. */
export function kindOf({ kind, symbol }: ts.CompletionEntry, checker: ts.TypeChecker): string {
  if (kind !== ts.ScriptElementKind.alias) return kind;
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return "module";
  const { flags, valueDeclaration } = checker.getAliasedSymbol(symbol);
  if ((flags & ts.SymbolFlags.Function) !== 0) return "function";
  if ((flags & ts.SymbolFlags.Class) !== 0) return "class";
  if ((flags & ts.SymbolFlags.Enum) !== 0) return "enum";
  if ((flags & ts.SymbolFlags.Variable) !== 0) {
    const declared = valueDeclaration ? ts.getCombinedNodeFlags(valueDeclaration) : 0;
    if ((declared & ts.NodeFlags.Const) !== 0) return "const";
    return (declared & ts.NodeFlags.Let) !== 0 ? "let" : "var";
  }
  if ((flags & ts.SymbolFlags.Interface) !== 0) return "interface";
  return (flags & ts.SymbolFlags.TypeAlias) !== 0 ? "type" : "module";
}

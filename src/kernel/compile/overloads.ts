import ts from "./typescript.cjs";

/** All overloads of a function that is shown with `(+2 overloads)`; undefined for others. */
export function overloadsOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  place: ts.Node,
  shown: string,
): string | undefined {
  if (!/\(\+\d+ overloads?\)/.test(shown)) return undefined;
  const isMade = /(?:^|\n)(?:new|constructor) /.test(shown);
  const member = isMade ? -1 : shown.indexOf(`.${symbol.name}`);
  const head = isMade
    ? `new ${symbol.name}`
    : member === -1
      ? /^[^(<]*/.exec(shown)?.[0]
      : shown.slice(0, member + 1) + symbol.name;
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(target, place));
  const signatures = isMade ? type.getConstructSignatures() : type.getCallSignatures();
  if (head === undefined || signatures.length === 0) return undefined;
  return signatures
    .map((each) => head + checker.signatureToString(each, undefined, ts.TypeFormatFlags.NoTruncation))
    .join("\n");
}

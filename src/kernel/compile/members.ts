import { Writer } from "./memberWriter.js";
import ts from "./typescript.cjs";

/** How many members are told, by the detail asked for. */
export const told = [20, 200] as const;

/**
 * What an interface, class, enum, namespace or module holds, to stand after its name: ` { … }`. Else nothing. Of an
 * interface whose fields are listed elsewhere, only the rest.
 */
export function bodyOf(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  place: ts.Node,
  shown: string,
  detail: 0 | 1,
  isListed = false,
): string {
  const kind = /^(?:const |abstract )?(interface|class|enum|namespace|module)\b.*(?:\ninterface .*)?$/.exec(
    shown,
  )?.[1];
  if (kind === undefined) return "";
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const write = new Writer(checker, place);
  const lines =
    kind === "interface"
      ? write.interface(checker.getDeclaredTypeOfSymbol(target), isListed)
      : kind === "class"
        ? write.class(target)
        : kind === "enum"
          ? write.enum(target)
          : write.exports(target);
  if (lines.length === 0) return "";
  const most = told[detail];
  const rest = lines.length > most ? [`// … and ${lines.length - most} more`] : [];
  const inside = [...lines.slice(0, most), ...rest].map((line) => `  ${line.replaceAll("\n", "\n  ")}`);
  return ` {\n${inside.join("\n")}\n}`;
}

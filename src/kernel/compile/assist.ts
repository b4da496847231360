import type { Completion, Inspection } from "../protocol.js";
import type { View } from "./checker.js";
import { type FullChecker, internals, neverCancelled } from "./internals.js";
import { hidden } from "./ledger.js";
import ts from "./typescript.cjs";

/** A cell that is looked at: its file begins with `start` characters that the reader did not write. */
export interface Viewed extends View {
  readonly host: ts.LanguageServiceHost;
  readonly start: number;
}

/** What can stand at an offset of the cell. */
export function complete(cell: Viewed, offset: number): Completion {
  const { host, program, file } = cell;
  const position = cell.start + offset;
  const before = /[\p{L}\p{N}_$]*$/u.exec(file.text.slice(cell.start, position))?.[0] ?? "";
  const after = /^[\p{L}\p{N}_$]*/u.exec(file.text.slice(position))?.[0] ?? "";
  const found = internals.Completions.getCompletionsAtPosition(
    host,
    program,
    () => {},
    file,
    position,
    {},
    undefined,
    undefined,
    neverCancelled,
    internals.formatting.getFormatContext(ts.getDefaultFormatCodeSettings("\n"), host),
    true,
  );
  const span = found?.optionalReplacementSpan;
  const entries = (found?.entries ?? []).filter(
    ({ kind, name }) => kind !== ts.ScriptElementKind.warning && !name.startsWith(hidden),
  );
  const continuing = entries.filter(({ name }) => name.startsWith(before));
  const lower = before.toLowerCase();
  const matching =
    continuing.length > 0 ? continuing : entries.filter(({ name }) => name.toLowerCase().startsWith(lower));
  return {
    matches: matching
      .toSorted((a, b) => compare(a.sortText, b.sortText) || compare(a.name, b.name))
      .map((entry) => ({ text: entry.name, type: kindOf(entry, cell.checker) })),
    start: span === undefined ? offset - before.length : span.start - cell.start,
    end: span === undefined ? offset + after.length : span.start + span.length - cell.start,
  };
}

/** TypeScript's kind of a completion; of what an import stands for, rather than `alias`. */
function kindOf({ kind, symbol }: ts.CompletionEntry, checker: ts.TypeChecker): string {
  if (kind !== ts.ScriptElementKind.alias) return kind;
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return "module";
  const { flags, valueDeclaration } = checker.getAliasedSymbol(symbol);
  if ((flags & ts.SymbolFlags.Function) !== 0) return "function";
  if ((flags & ts.SymbolFlags.Class) !== 0) return "class";
  if ((flags & ts.SymbolFlags.Enum) !== 0) return "enum";
  if ((flags & ts.SymbolFlags.Variable) !== 0) {
    return valueDeclaration && (ts.getCombinedNodeFlags(valueDeclaration) & ts.NodeFlags.Const) !== 0
      ? "const"
      : "var";
  }
  if ((flags & ts.SymbolFlags.Interface) !== 0) return "interface";
  return (flags & ts.SymbolFlags.TypeAlias) !== 0 ? "type" : "module";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What stands at an offset, just before it, or is being called there. */
export function inspect(cell: Viewed, offset: number): Inspection | undefined {
  const { program, file } = cell;
  const position = cell.start + offset;
  const help = internals.SignatureHelp.getSignatureHelpItems(
    program,
    file,
    position,
    undefined,
    neverCancelled,
  );
  const called = help?.applicableSpan.start;
  const places = [position, position - 1, ...(called === undefined ? [] : [beforeCall(file.text, called)])];
  for (const place of places) {
    const info = place >= cell.start ? infoAt(cell, place) : undefined;
    if (info !== undefined) return { signature: signatureOf(info), documentation: documentationOf(info) };
  }
  return undefined;
}

type Info = Pick<ts.QuickInfo, "displayParts" | "documentation" | "tags">;

/** What a hover shows. */
function infoAt({ file, checker }: Viewed, position: number): Info | undefined {
  const node = internals.getTouchingPropertyName(file, position);
  if (node === file) return undefined;
  const place =
    ts.isNewExpression(node.parent) && node.pos === node.parent.pos ? node.parent.expression : node;
  const symbol = checker.getSymbolAtLocation(place);
  if (symbol === undefined || (checker as FullChecker).isUnknownSymbol(symbol)) return undefined;
  const enclosing = internals.getContainerNode(place);
  return internals.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    enclosing,
    place,
  );
}

/** The last character of what is called, given where its arguments begin. */
function beforeCall(text: string, argumentsStart: number): number {
  return text.slice(0, argumentsStart).replace(/(<[^()]*>)?\s*\(?\s*$/, "").length - 1;
}

/** `(alias)` and the import line that goes with it belong to the way earlier cells are kept. */
function signatureOf({ displayParts }: Info): string {
  const text = ts.displayPartsToString(displayParts);
  const plain = text
    .replace(/^\(alias\) /, "")
    .replace(/\n(import|export) [\s\S]*$/, "")
    .replace(/(typeof )?import\("[^"]*__cell_\d+__"\)\.?/g, "");
  return text.startsWith("(alias)") && /^[\w$]+[<(]/.test(plain) ? `function ${plain}` : plain;
}

function documentationOf(info: Info): string {
  const tags = (info.tags ?? []).map(({ name, text }) =>
    `*@${name}* ${ts.displayPartsToString(text)}`.trimEnd(),
  );
  return [ts.displayPartsToString(info.documentation), ...tags].filter((part) => part !== "").join("\n\n");
}

import type { Completion } from "../protocol.js";
import type { View } from "./checker.js";
import { internals, neverCancelled } from "./internals.js";
import { hidden } from "./ledger.js";
import { filesFrom, modulesFrom, type PathMatch } from "./paths.js";
import { folderNamedIn, namesModule, type Quoted, quotedAt } from "./strings.js";
import ts from "./typescript.cjs";

/** A cell that is looked at: its file begins with `start` characters that the reader did not write. */
export interface Viewed extends View {
  readonly host: ts.LanguageServiceHost;
  readonly start: number;
}

/** Whether only what stands before a dot matters at an offset of a cell, or what a text in quotes may hold. */
export function needsNoNames(cell: ts.SourceFile, offset: number): boolean {
  if (quotedAt(cell, offset) !== undefined) return true;
  let token = internals.findPrecedingToken(offset, cell);
  if (token !== undefined && isWord(token) && token.end >= offset)
    token = internals.findPrecedingToken(token.getStart(cell), cell);
  return token !== undefined && isDot(token);
}

function isWord(node: ts.Node): boolean {
  const isKeyword = node.kind >= ts.SyntaxKind.FirstKeyword && node.kind <= ts.SyntaxKind.LastKeyword;
  return isKeyword || ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
}

function isDot({ kind }: ts.Node): boolean {
  return kind === ts.SyntaxKind.DotToken || kind === ts.SyntaxKind.QuestionDotToken;
}

/** The modules that can stand at an offset of a cell, where it names one: no types are needed for that. */
export function completeModule(cell: ts.SourceFile, offset: number, folder: string): Completion | undefined {
  const quoted = quotedAt(cell, offset);
  if (quoted === undefined || !namesModule(quoted.node, cell)) return undefined;
  return completedPath(cell, offset, quoted, modulesFrom(quoted.begun, folder));
}

/** What can stand at an offset of the cell. */
export function complete(cell: Viewed, offset: number): Completion {
  const { file, checker, host, start } = cell;
  const position = start + offset;
  const quoted = quotedAt(file, position);
  const found = members(cell, position, quoted);
  if (found.matches.length > 0 || quoted === undefined) return found;
  const place = folderNamedIn(quoted, file, checker, host.getCurrentDirectory());
  if (place === undefined) return found;
  const path = completedPath(file, position, quoted, filesFrom(quoted.begun, place));
  return { ...path, start: path.start - start, end: path.end - start };
}

/** The part of a path after its last slash, and what can stand there. */
function completedPath(
  file: ts.SourceFile,
  position: number,
  { node, start, begun }: Quoted,
  found: readonly PathMatch[],
): Completion {
  const folder = begun.slice(0, begun.lastIndexOf("/") + 1);
  const from = Math.max(start, file.text.lastIndexOf("/", position - 1) + 1);
  const quote = file.text.charAt(start - 1);
  const isOpen = (node as { isUnterminated?: boolean }).isUnterminated === true;
  const rest = file.text.slice(position, isOpen ? node.end : node.end - 1);
  const end = position + (/^[^/\s"'`;,)\]}]*/.exec(rest)?.[0].length ?? 0);
  // Where a slash follows, only a folder fits, which brings none of its own.
  const isFolder = file.text.charAt(end) === "/";
  const fitting = found.filter(({ type }) => !isFolder || type !== "file");
  const matches = continuing(
    fitting.map(({ path, type }) => ({ name: path, type })),
    begun,
  ).map(({ name, type }) => {
    const text = escaped(name.slice(folder.length), quote);
    return { text: isFolder ? text.replace(/\/$/, "") : text, type };
  });
  return { matches, start: from, end };
}

/** A text as it is written between such quotes. */
function escaped(text: string, quote: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
}

/** Those that begin with what is written; if there are none, those that do in other letters, small or capital. */
function continuing<Named extends { readonly name: string }>(
  all: readonly Named[],
  begun: string,
): readonly Named[] {
  const exact = all.filter(({ name }) => startsWith(name, begun));
  if (exact.length > 0) return exact;
  const lower = begun.toLowerCase();
  return all.filter(({ name }) => startsWith(name.toLowerCase(), lower));
}

/** A key in quotes is also found without them. */
function startsWith(name: string, begun: string): boolean {
  return name.startsWith(begun) || (/^["']/.test(name) && name.startsWith(begun, 1));
}

/** What TypeScript knows that can stand at a position. */
function members(cell: Viewed, position: number, quoted: Quoted | undefined): Completion {
  const { file, checker } = cell;
  const found = entriesAt(cell, position, {});
  const entries = found?.entries.filter(isWanted) ?? [];
  const given = found?.optionalReplacementSpan ?? entries[0]?.replacementSpan;
  const span =
    given !== undefined && given.start <= position && given.start + given.length >= position
      ? given
      : wordAround(cell, position, quoted);
  const begun = file.text.slice(span.start, position);
  const dot = dotBefore(file, span.start);
  const matching = continuing(dot === undefined ? entries : entries.filter(isName), begun);
  if (matching.length === 0 && dot !== undefined) {
    const keys = keysAt(cell, position, begun, dot);
    if (keys !== undefined) return keys;
  }
  const textOf = ({ insertText, name, kind }: ts.CompletionEntry): string => {
    // Texts come as they are to be written, keys do not.
    const isKey = quoted !== undefined && kind !== ts.ScriptElementKind.string;
    return isKey ? escaped(name, file.text.charAt(quoted.start - 1)) : (insertText ?? name).trim();
  };
  return {
    matches: matching
      .toSorted((a, b) => compare(a.sortText, b.sortText) || compare(a.name, b.name))
      .map((entry) => ({ text: textOf(entry), type: kindOf(entry, checker) })),
    start: span.start - cell.start,
    end: span.start + span.length - cell.start,
  };
}

/** The name around a position, or the text in quotes as far as the position. */
function wordAround({ file, start }: Viewed, position: number, quoted: Quoted | undefined): ts.TextSpan {
  if (quoted !== undefined) return ts.createTextSpanFromBounds(quoted.start, position);
  const before = file.text.slice(Math.max(start, position - longest), position);
  const after = file.text.slice(position, position + longest);
  const begun = /#?[\p{ID_Continue}$\u200c\u200d]*$/u.exec(before)?.[0] ?? "";
  const rest = /^[\p{ID_Continue}$\u200c\u200d]*/u.exec(after)?.[0] ?? "";
  return { start: position - begun.length, length: begun.length + rest.length };
}

/** How far a name can reach: cells may hold long literals. */
const longest = 300;

/** Keys that are no names: `object.my` becomes `object["my-key"]`. A reply replaces one place, so only where no name fits. */
function keysAt(cell: Viewed, position: number, begun: string, dot: ts.Node): Completion | undefined {
  const entries = entriesAt(cell, position, { includeCompletionsWithInsertText: true })?.entries ?? [];
  const keys = entries.filter(({ insertText }) => /^(?:\?\.)?\[/.test(insertText ?? ""));
  const matches = continuing(keys, begun);
  if (matches.length === 0) return undefined;
  const rest = /^[\p{ID_Continue}$]*/u.exec(cell.file.text.slice(position))?.[0].length ?? 0;
  return {
    matches: matches.map(({ name, insertText, kind }) => ({ text: insertText ?? name, type: kind })),
    start: dot.getStart(cell.file) - cell.start,
    end: position + rest - cell.start,
  };
}

function dotBefore(file: ts.SourceFile, position: number): ts.Node | undefined {
  const before = internals.findPrecedingToken(position, file);
  return before !== undefined && before.end <= position && isDot(before) ? before : undefined;
}

/** Whether a member can stand after a dot. */
function isName({ name }: ts.CompletionEntry): boolean {
  return /^#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name);
}

function isWanted({ kind, name }: ts.CompletionEntry): boolean {
  return kind !== ts.ScriptElementKind.warning && !name.startsWith(hidden);
}

function entriesAt(
  { host, program, file }: Viewed,
  position: number,
  preferences: ts.GetCompletionsAtPositionOptions,
): ts.CompletionInfo | undefined {
  return internals.Completions.getCompletionsAtPosition(
    host,
    program,
    () => {},
    file,
    position,
    preferences,
    undefined,
    undefined,
    neverCancelled,
    internals.formatting.getFormatContext(ts.getDefaultFormatCodeSettings("\n"), host),
    true,
  );
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
    const declared = valueDeclaration ? ts.getCombinedNodeFlags(valueDeclaration) : 0;
    if ((declared & ts.NodeFlags.Const) !== 0) return "const";
    return (declared & ts.NodeFlags.Let) !== 0 ? "let" : "var";
  }
  if ((flags & ts.SymbolFlags.Interface) !== 0) return "interface";
  return (flags & ts.SymbolFlags.TypeAlias) !== 0 ? "type" : "module";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

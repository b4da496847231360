import type { Completion } from "../protocol.js";
import { kindOf } from "./completionKinds.js";
import { continuing, escaped } from "./continuing.js";
import { dotBefore } from "./dots.js";
import { internals, neverCancelled } from "./internals.js";
import { hidden } from "./ledger.js";
import type { Quoted } from "./strings.js";
import ts from "./typescript.cjs";
import type { Viewed } from "./viewed.js";

/** What TypeScript knows that can stand at a position. */
export function members(cell: Viewed, position: number, quoted: Quoted | undefined): Completion {
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

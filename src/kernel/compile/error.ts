import type { Position } from "./types.js";

/** One thing wrong with a cell, at the reader's own line and column (both from 1). */
export interface CellDiagnostic extends Position {
  /** Characters marked; at least 1. */
  readonly length: number;
  readonly message: string;
  /** TypeScript's number of the error, as in TS2322; 0 for what is none of TypeScript's. */
  readonly code: number;
  /** The line of the cell and, under it, a line of `~` below what is wrong. */
  readonly quote: string;
}

/** A cell that does not compile. `message` quotes each line and marks each column. */
export class CompileError extends Error {
  readonly diagnostics: readonly CellDiagnostic[];

  constructor(cell: number, diagnostics: readonly CellDiagnostic[]) {
    const parts = diagnostics.map(
      ({ line, column, message, code, quote }) =>
        `Cell [${cell}]:${line}:${column}${code === 0 ? "" : ` TS${code}`}: ${message}\n${quote}`,
    );
    super(`Cannot compile cell [${cell}]. Correct what is marked and run it again.\n\n${parts.join("\n\n")}`);
    this.name = "CompileError";
    this.diagnostics = diagnostics;
  }
}

/** A diagnostic for `length` characters at `offset` of a cell. */
export function diagnosticAt(
  source: string,
  offset: number,
  length: number,
  message: string,
  code: number,
): CellDiagnostic {
  const { line, column } = positionOf(source, offset);
  const text = source.split(/\r?\n/)[line - 1] ?? "";
  const marked = Math.max(1, Math.min(length, text.length - column + 1));
  return { line, column, length: marked, message, code, quote: quoteOf(text, column, "~".repeat(marked)) };
}

/** How much of a long line is quoted before what is marked, and after where that begins, in characters. */
const [quotedBefore, quotedAfter] = [100, 200];

/** A line with a mark under the column, from 1, where something is; of a long line only what is near. */
export function quoteOf(line: string, column: number, mark: string): string {
  const from = line.length <= quotedBefore + quotedAfter ? 0 : Math.max(0, column - 1 - quotedBefore);
  const to = line.length <= quotedBefore + quotedAfter ? line.length : column - 1 + quotedAfter;
  const near = `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
  const at = column - 1 - from + (from > 0 ? 1 : 0);
  const margin = near.slice(0, at).replace(/[^\t]/g, " ");
  return `${near}\n${margin}${mark.slice(0, Math.max(1, near.length - at))}`;
}

/** Line and column, both from 1, of an offset. */
export function positionOf(source: string, offset: number): Position {
  const before = source.slice(0, Math.max(0, Math.min(offset, source.length)));
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: before.length - start + 1 };
}

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
  const margin = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  return { line, column, length: marked, message, code, quote: `${text}\n${margin}${"~".repeat(marked)}` };
}

/** Line and column, both from 1, of an offset. */
export function positionOf(source: string, offset: number): Position {
  const before = source.slice(0, Math.max(0, Math.min(offset, source.length)));
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: before.length - start + 1 };
}

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Position } from "../compile/types.js";
import ts from "../compile/typescript.cjs";
import type { Executor } from "../run/executor.js";
import { placeOf } from "../run/mappedFiles.js";
import { catches } from "./catches.js";

/** A place in a text: line and column, both from 1. */
export type Place = readonly [line: number, column: number];

/** A place in a script, as the inspector tells it: from 0. */
export interface ScriptPlace {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** What scripts were made of. */
export class Written {
  readonly #cells: Executor;
  /** Files of libraries that something was thrown in. */
  readonly #parsed = new Map<string, ts.SourceFile>();

  constructor(cells: Executor) {
    this.#cells = cells;
  }

  /** Where a place of a script stands in what the reader has written. */
  placeOf({ url, line, column }: ScriptPlace): Position | undefined {
    const cell = this.#cells.kept.get(url);
    if (cell !== undefined) return cell.compiled.locate(line + 1, column + 1);
    return url.startsWith("file:") ? placeOf(fileURLToPath(url), line + 1, column + 1) : undefined;
  }

  /** Whether what is thrown at a place is caught in the same function, and not thrown on. */
  catches(place: ScriptPlace): boolean {
    const { file, line, column } = this.#textOf(place);
    if (file === undefined || line < 0 || line >= file.getLineStarts().length) return false;
    return catches(file, file.getPositionOfLineAndCharacter(line, 0) + column);
  }

  /** The text that the code of a place was made of, and the place in it, from 0. */
  #textOf(at: ScriptPlace): { file: ts.SourceFile | undefined; line: number; column: number } {
    const { url, line, column } = at;
    const cell = this.#cells.kept.get(url);
    const place = this.placeOf(at);
    const isOwn = cell !== undefined || /\.[mc]?tsx?$/.test(url);
    if (!isOwn || place === undefined) return { file: this.#library(url), line, column };
    const file = cell
      ? parsed("cell.ts", cell.source)
      : parsed(url, readFileSync(fileURLToPath(url), "utf8"));
    return { file, line: place.line - 1, column: place.column - 1 };
  }

  #library(url: string): ts.SourceFile | undefined {
    const known = this.#parsed.get(url);
    if (known !== undefined || !url.startsWith("file:")) return known;
    const file = parsed("file.js", readFileSync(fileURLToPath(url), "utf8"));
    this.#parsed.set(url, file);
    return file;
  }
}

function parsed(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Position } from "../compile/types.js";
import ts from "../compile/typescript.cjs";
import type { Executor } from "../run/executor.js";
import { placeOf } from "../run/mappedFiles.js";
import { attempt } from "../run/result.js";
import { catches } from "./catches.js";
import { functionAround, type Within } from "./functionAround.js";

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

  /** For each place where a function ends, in one script: where the `return` begins that ends there; else undefined. */
  returns(url: string, places: readonly ScriptPlace[]): (Place | undefined)[] {
    const file = this.#parsedText(url);
    if (file === undefined) return places.map(() => undefined);
    const found: ts.ReturnStatement[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isReturnStatement(node)) found.push(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return places.map((each) => {
      const place = this.placeOf(each);
      if (place === undefined || place.line > file.getLineStarts().length) return undefined;
      const at = file.getPositionOfLineAndCharacter(place.line - 1, 0) + place.column - 1;
      // The innermost is the last that begins before.
      const ended = found.findLast((one) => at >= one.getStart(file) && at <= one.end);
      if (ended === undefined) return undefined;
      const { line, character } = file.getLineAndCharacterOfPosition(ended.getStart(file));
      return [line + 1, character + 1];
    });
  }

  /** For each place in the text of one script, the function that it stands in; else undefined. */
  functions(url: string, places: readonly (Place | null)[]): (Within | undefined)[] {
    const file = this.#parsedText(url);
    return places.map((place) => {
      if (file === undefined || place === null || place[0] > file.getLineStarts().length) return undefined;
      const at = file.getPositionOfLineAndCharacter(place[0] - 1, 0) + place[1] - 1;
      return functionAround(file, at, place[0] - 1);
    });
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
    const place = this.placeOf(at);
    const file = place && this.#parsedText(url, /^file:.*\.[mc]?tsx?$/);
    if (place === undefined || file === undefined) return { file: this.#library(url), line, column };
    return { file, line: place.line - 1, column: place.column - 1 };
  }

  /** The text of a cell, or of a file whose name fits; undefined where it cannot be read any more. */
  textOf(url: string, fits = /^file:/): string | undefined {
    const cell = this.#cells.kept.get(url);
    if (cell !== undefined) return cell.source;
    return fits.test(url) ? attempt(() => readFileSync(fileURLToPath(url), "utf8")) : undefined;
  }

  #parsedText(url: string, fits?: RegExp): ts.SourceFile | undefined {
    const text = this.textOf(url, fits);
    return text === undefined ? undefined : parsed(url.startsWith("file:") ? url : "cell.ts", text);
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

import { fileURLToPath } from "node:url";
import type { Executor } from "../run/executor.js";
import type { Within } from "./functionAround.js";
import { moduleNames } from "./moduleNames.js";
import { stopLinesFor } from "./stops.js";
import { type Place, type ScriptPlace, Written } from "./written.js";

/** A script of the reader's, in the reader's words. */
export interface ScriptText {
  /** `Cell [3]`, or the name of a file. */
  readonly name: string;
  /** The text of a cell. */
  readonly cell?: string;
  /** Where a module lies. */
  readonly file?: string;
}

/** Answers what a debugger asks about the text of scripts. */
export class WrittenPlaces {
  protected readonly cells: Executor;
  protected readonly written: Written;

  constructor(cells: Executor) {
    this.cells = cells;
    this.written = new Written(cells);
  }

  scriptText(url: string): ScriptText | undefined {
    const cell = this.cells.kept.get(url);
    if (cell !== undefined) return { name: `Cell [${cell.count}]`, cell: cell.source };
    if (!url.startsWith("file:")) return undefined;
    const file = fileURLToPath(url);
    return { name: file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1), file };
  }

  /** What the reader has written there. */
  places(places: readonly ScriptPlace[]): (Place | null)[] {
    return places.map((each) => {
      const place = this.written.placeOf(each);
      return place === undefined ? null : [place.line, place.column];
    });
  }

  /** The same for places where the code can stop; null where no statement of the reader's begins. */
  stops(url: string, places: readonly (readonly [line: number, column: number])[]): (Place | null)[] {
    const cell = this.cells.kept.get(url);
    const own = places.map(([line, column]) => cell?.compiled.isOwn(line + 1, column + 1) ?? true);
    return this.places(places.map(([line, column]) => ({ url, line, column }))).map((place, at) =>
      own[at] ? place : null,
    );
  }

  /** For places where a function ends, where the `return` begins that ends there; else null. */
  returns(url: string, places: readonly (readonly [line: number, column: number])[]): (Place | null)[] {
    const at = places.map(([line, column]) => ({ url, line, column }));
    return this.written.returns(url, at).map((place) => place ?? null);
  }

  stopLines(name: string, text: string, lines: readonly number[]): (number | null)[] {
    return stopLinesFor(name, text, lines).map((line) => line ?? null);
  }

  /** The function that each of the places in a text stands in; null where that is not known. */
  functions(url: string, places: readonly (Place | null)[]): (Within | null)[] {
    return this.written.functions(url, places).map((found) => found ?? null);
  }

  /** What stands in the code for names that a module imports or exports. */
  protected memberNames(url: string | undefined): ReadonlyMap<string, string> {
    if (!url?.startsWith("file:")) return new Map();
    return moduleNames(fileURLToPath(url), this.written.textOf(url) ?? "");
  }

  /** For each place, whether what is thrown there is caught there, and not thrown on. */
  catches(places: readonly ScriptPlace[]): boolean[] {
    return places.map((place) => this.written.catches(place));
  }
}

import { fileURLToPath } from "node:url";
import { deserialize } from "node:v8";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { copied } from "../compile/hidden.js";
import type { ToSession } from "../protocol.js";
import { shownOf } from "../run/display.js";
import type { Executor } from "../run/executor.js";
import type { Shown } from "../run/forms.js";
import { expressionOf, type Names } from "./expression.js";
import { debuggeeKey } from "./inspection.js";
import { entriesOfNotebook, entriesOfScopes } from "./scopes.js";
import { stopLines } from "./stops.js";
import { briefly, Variables } from "./variables.js";
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

/** What the code calls the names of the notebook. */
const earlier = `globalThis[Symbol.for("${debuggeeKey}")]().names`;

/**
 * Answers a debugger in the thread that runs cells, also while the code stands still: then the inspector asks. What it is
 * given and what it gives can be copied.
 */
export class Debuggee {
  readonly #cells: Executor;
  readonly #receive: (message: ToSession) => void;
  readonly #variables = new Variables();
  readonly #written: Written;

  constructor(cells: Executor, receive: (message: ToSession) => void) {
    this.#cells = cells;
    this.#receive = receive;
    this.#written = new Written(cells);
  }

  /** The names of the notebook. */
  get names(): object {
    return this.#cells.scope.names;
  }

  /** Takes a message of the front, which nobody reads while the code stands still. */
  receive(packed: string): void {
    this.#receive(deserialize(Buffer.from(packed, "base64")) as ToSession);
  }

  scriptText(url: string): ScriptText | undefined {
    const cell = this.#cells.kept.get(url);
    if (cell !== undefined) return { name: `Cell [${cell.count}]`, cell: cell.source };
    if (!url.startsWith("file:")) return undefined;
    const file = fileURLToPath(url);
    return { name: file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1), file };
  }

  /** What the reader has written there. */
  places(places: readonly ScriptPlace[]): (Place | null)[] {
    return places.map((each) => {
      const place = this.#written.placeOf(each);
      return place === undefined ? null : [place.line, place.column];
    });
  }

  /** The same for places where the code can stop; null where no statement of the reader's begins. */
  stops(url: string, places: readonly (readonly [line: number, column: number])[]): (Place | null)[] {
    const cell = this.#cells.kept.get(url);
    const own = places.map(([line, column]) => cell?.compiled.isOwn(line + 1, column + 1) ?? true);
    return this.places(places.map(([line, column]) => ({ url, line, column }))).map((place, at) =>
      own[at] ? place : null,
    );
  }

  stopLines(name: string, text: string): number[] {
    return stopLines(name, text);
  }

  /** For each place, whether what is thrown there is caught there, and not thrown on. */
  catches(places: readonly ScriptPlace[]): boolean[] {
    return places.map((place) => this.#written.catches(place));
  }

  forget(): void {
    this.#variables.forget();
  }

  /** A reference to the variables of scopes, the innermost first. Before the scopes, `objects` holds a value for each of `names`. */
  scope(names: readonly string[], objects: readonly object[]): number {
    return this.#variables.hold(entriesOfScopes(names, objects));
  }

  /** A reference to the variables of the notebook. */
  notebook(): number {
    return this.#variables.hold(entriesOfNotebook(this.names));
  }

  variables(reference: number): readonly DebugProtocol.Variable[] {
    return this.#variables.list(reference);
  }

  describe(name: string, [value]: readonly unknown[]): DebugProtocol.Variable {
    return this.#variables.describe(name, value);
  }

  /** A value in the forms that a front end can show; nothing where that takes its time. */
  shown([value]: readonly unknown[]): Shown {
    const shown = shownOf(value, () => {});
    const inTime = shown === undefined || shown instanceof Promise ? undefined : shown;
    return inTime ?? { data: { "text/plain": this.describe("", [value]).value }, metadata: {} };
  }

  /** The JavaScript of what a reader asks; without scopes, for wherever it will be asked. */
  expression(text: string, scopes: readonly object[] | undefined): string {
    const local = new Set(scopes?.flatMap((scope) => Object.keys(scope)));
    const copies = new Map(
      [...local].flatMap((name): [string, string][] => {
        const copy = copied(name);
        return copy === undefined ? [] : [[copy, name]];
      }),
    );
    const names: Names = {
      isLocal: (name) => (scopes === undefined ? undefined : local.has(name) || copies.has(name)),
      localName: (name) => copies.get(name) ?? name,
      isEarlier: (name) => name in this.names,
      earlier,
    };
    return expressionOf(text, names);
  }

  /** What a logpoint says. */
  log(parts: readonly unknown[]): void {
    console.log(parts.map((part) => (typeof part === "string" ? part : briefly(part))).join(""));
  }
}

import { deserialize } from "node:v8";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { copied } from "../compile/hidden.js";
import type { ToSession } from "../protocol.js";
import { Adopted } from "../run/adopted.js";
import { shownOf } from "../run/display.js";
import type { Executor } from "../run/executor.js";
import type { Shown } from "../run/forms.js";
import { briefly } from "./briefly.js";
import { expressionOf, type Names } from "./expression.js";
import { debuggeeKey } from "./inspection.js";
import { entriesOfNotebook, entriesOfScopes } from "./scopes.js";
import { Variables } from "./variables.js";
import { WrittenPlaces } from "./writtenPlaces.js";

/** What the code calls the names of the notebook. */
const earlier = `globalThis[Symbol.for("${debuggeeKey}")]().names`;

/**
 * Answers a debugger in the thread that runs cells, also while the code stands still: then the inspector asks. What it is
 * given and what it gives can be copied.
 */
export class Debuggee extends WrittenPlaces {
  readonly #receive: (message: ToSession) => void;
  readonly #adopted: Adopted;
  readonly #variables = new Variables();

  constructor(cells: Executor, language: "typescript" | "javascript", receive: (message: ToSession) => void) {
    super(cells);
    this.#adopted = new Adopted(cells.scope, cells.compiler, language);
    this.#receive = receive;
  }

  /** The names of the notebook. */
  get names(): object {
    return this.cells.scope.names;
  }

  /** Takes a message of the front, which nobody reads while the code stands still. */
  receive(packed: string): void {
    this.#receive(deserialize(Buffer.from(packed, "base64")) as ToSession);
  }

  /** Gives the notebook a name. @throws {SyntaxError} if it is none */
  copy(name: string, isRunning: boolean, [value]: readonly unknown[]): void {
    this.#adopted.take(name, value);
    if (!isRunning) this.#adopted.declare();
  }

  /** A cell has ended: the next ones may write what was copied. */
  declare(): void {
    this.#adopted.declare();
  }

  forget(): void {
    this.#variables.forget();
  }

  /** A reference to the variables of scopes of a script, the innermost first. Before the scopes, `objects` holds a value for each of `names`. */
  scope(names: readonly string[], url: string, objects: readonly object[]): number {
    const text = this.written.textOf(url);
    // What its translation has added stands nowhere in the text.
    return this.#variables.hold(entriesOfScopes(names, objects, (name) => text?.includes(name) !== false));
  }

  /** A reference to the variables of the notebook. */
  notebook(): number {
    return this.#variables.hold(entriesOfNotebook(this.names));
  }

  variables(reference: number): readonly DebugProtocol.Variable[] {
    return this.#variables.list(reference);
  }

  /** The object behind a reference that may have private fields. */
  holder(reference: number): object | undefined {
    return this.#variables.holder(reference);
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

  /** The JavaScript of what a reader asks in a script; without scopes, for wherever in it that will be asked. */
  expression(text: string, url: string | undefined, scopes?: readonly object[]): string {
    const members = this.memberNames(url);
    const local = new Set(scopes?.flatMap((scope) => Object.keys(scope)));
    const copies = new Map(
      [...local].flatMap((name): [string, string][] => {
        const copy = copied(name);
        return copy === undefined ? [] : [[copy, name]];
      }),
    );
    const names: Names = {
      isLocal: (name) => (scopes === undefined ? undefined : local.has(name) || copies.has(name)),
      memberFor: (name) => members.get(name),
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

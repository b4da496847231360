import type { Scope } from "../compile/scope.js";
import type { CellCompiler } from "../compile/types.js";

/** Names that the notebook has got from elsewhere than a cell: a debugger copies variables of a call. */
export class Adopted {
  readonly #scope: Scope;
  readonly #compiler: CellCompiler;
  readonly #isTyped: boolean;
  #waiting: string[] = [];
  /** Below 0: no cell has such a number. */
  #count = 0;

  constructor(scope: Scope, compiler: CellCompiler, language: "typescript" | "javascript") {
    this.#scope = scope;
    this.#compiler = compiler;
    this.#isTyped = language === "typescript";
  }

  /** Gives the notebook a name at once; cells may write it when the running one has ended. @throws {SyntaxError} if it is no name */
  take(name: string, value: unknown): void {
    if (!isName(name)) throw new SyntaxError(`Cannot copy to ${JSON.stringify(name)}: that is no name.`);
    this.#scope.adopt(name, value);
    this.#waiting.push(this.#isTyped ? `let ${name}: ${typeTextOf(value)};` : `let ${name};`);
  }

  /** Tells the compiler of them. Not while a cell runs: its own names are not settled then. */
  declare(): void {
    for (const text of this.#waiting.splice(0))
      try {
        this.#compiler.compile(text, --this.#count);
      } catch {
        // The settings of the notebook refuse it: then cells cannot write it either.
      }
  }
}

function isName(text: string): boolean {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text)) return false;
  try {
    // Words of the language are none.
    return new Function(`"use strict"; let ${text};`) !== undefined;
  } catch {
    return false;
  }
}

/** The type of a value as far as it shows: numbers and texts, lists of them, what Node has made. */
function typeTextOf(value: unknown): string {
  if (["number", "string", "boolean", "bigint"].includes(typeof value)) return typeof value;
  if (Array.isArray(value)) {
    const types = new Set(value.map(typeTextOf));
    return types.size === 1 ? `${[...types][0]}[]` : "any[]";
  }
  const made = typeof value === "object" && value !== null ? value.constructor : undefined;
  const isTyped = ArrayBuffer.isView(value) && made !== undefined;
  return isTyped && Reflect.get(globalThis, made.name) === made ? made.name : "any";
}

import type { Language } from "./configuration.js";
import type { Jsx } from "./jsx.js";
import { checkOptions } from "./options.js";
import ts from "./typescript.cjs";

/** The options of checks, one object for each kind: the checker is made anew when it gets another one. */
export class Settings {
  readonly #folder: string;
  readonly #language: Language;
  readonly #known = new Map<string, ts.CompilerOptions>();
  #given: ts.CompilerOptions | undefined;
  #automatic = false;

  constructor(folder: string, language: Language) {
    this.#folder = folder;
    this.#language = language;
  }

  of(
    given: ts.CompilerOptions,
    strict: boolean | undefined,
    legacy: boolean,
    jsx: Jsx | undefined,
  ): ts.CompilerOptions {
    if (this.#given !== given) this.#known.clear();
    this.#given = given;
    // Cells without JSX are checked as the one before them: a program for each kind takes its time.
    if (jsx !== undefined) this.#automatic = jsx.runtime === "automatic";
    const key = `${strict} ${legacy} ${this.#automatic}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const options = checkOptions(this.#folder, strict, { ...given, experimentalDecorators: legacy });
    if (this.#automatic && given.jsx !== ts.JsxEmit.ReactJSXDev) options.jsx = ts.JsxEmit.ReactJSX;
    // What is only about types is left out of what is told.
    if (this.#language === "javascript") options.checkJs = true;
    this.#known.set(key, options);
    return options;
  }
}

/** Whether a cell of JavaScript asks for a check of its types. */
export function isChecked(source: string, options: ts.CompilerOptions): boolean {
  const said = /^\s*\/\/\s*@ts-(no)?check\b/.exec(source);
  return said === null ? options.checkJs === true : said[1] === undefined;
}

/** What comments at the beginning of a cell say about its file: there they have to come first. */
export function aboutFile(source: string, jsx: Jsx | undefined): string {
  const nocheck = /^\s*(\/\/\s*@ts-nocheck\b)/.exec(source)?.[1];
  return (nocheck === undefined ? "" : `${nocheck}\n`) + (jsx?.comments ?? "");
}

/** Whether a comment of a cell wants it strict. */
export function strictnessOf(source: string): boolean | undefined {
  const found = /^[ \t]*\/\/[ \t]*@strict(?:[ \t]+(true|false))?[ \t]*$/m.exec(source);
  return found === null ? undefined : found[1] !== "false";
}

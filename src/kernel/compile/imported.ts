import { importLine } from "./modulesOf.js";

/** The modules that cells have imported, and where each was found last. */
export class Imported {
  readonly #found = new Map<string, { line: string; path: string }>();

  /** Returns whether a module is new, or lies elsewhere now. */
  note(specifier: string, required: boolean, path: string): boolean {
    const key = `${specifier}\0${required}`;
    if (this.#found.get(key)?.path === path) return false;
    this.#found.set(key, { line: importLine(specifier, required, this.#found.size), path });
    return true;
  }

  /** The text of a file that imports them all. */
  get text(): string {
    return `${[...this.#found.values()].map(({ line }) => line).join("\n")}\nexport {};\n`;
  }
}

import type { Declared } from "./types.js";

/** What later cells know of one name. */
export interface Entry {
  readonly kind: Declared["kind"];
  /** The file of the cell that declared it, as an import names it. */
  readonly module: string;
  /** Its type in words, when that needs no reference to the cell (`number`, `string[]`). */
  readonly type?: string | undefined;
}

/** The names of all cells so far, each as its latest declaration. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** What the last cell replaced: for a cell that fails half-way. */
  #replaced = new Map<string, Entry | undefined>();
  #cell: number | undefined;

  record(cell: number, entries: ReadonlyMap<string, Entry>): void {
    this.#cell = cell;
    this.#replaced = new Map();
    for (const [name, entry] of entries) {
      this.#replaced.set(name, this.#entries.get(name));
      this.#entries.set(name, entry);
    }
  }

  /** Takes back the values of the last cell that are not in `assigned`. */
  keep(cell: number, assigned: readonly string[]): void {
    if (cell !== this.#cell) return;
    for (const [name, before] of this.#replaced) {
      if (assigned.includes(name) || this.#entries.get(name)?.kind === "type") continue;
      if (before === undefined) this.#entries.delete(name);
      else this.#entries.set(name, before);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  kindOf(name: string): Declared["kind"] | undefined {
    return this.#entries.get(name)?.kind;
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The files that the names still stand for. */
  modules(): Set<string> {
    return new Set([...this.#entries.values()].map(({ module }) => module));
  }

  /** One line of declarations that brings `names` into a cell: imports, or `let` where assignment is allowed. */
  prefix(names: Iterable<string>): string {
    const parts = ["export {};"];
    for (const name of names) {
      const entry = this.#entries.get(name);
      if (entry === undefined) continue;
      const { kind, module, type } = entry;
      if (type !== undefined) parts.push(`declare ${kind === "let" ? "let" : "const"} ${name}: ${type};`);
      else if (kind === "let") parts.push(`declare let ${name}: typeof import("${module}").${name};`);
      else parts.push(`import { ${name} } from "${module}";`);
    }
    return `${parts.join(" ")}\n`;
  }
}

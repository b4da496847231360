import { moduleOf } from "./cellFile.js";
import type { Declared } from "./types.js";

/** Begins names that no reader writes. */
export const hidden = "__let_";

/** What later cells know of one name. */
export interface Entry {
  readonly kind: Declared["kind"];
  /** The cell that declared it. */
  readonly cell: number;
  /** Its type in words, when that needs no reference to the cell (`number`, `string[]`). */
  readonly type?: string | undefined;
  /** For those who only look: a type that tells more than the check knows, and whether a comment says more. */
  readonly shown?: string | undefined;
  readonly isDocumented?: boolean;
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

  /** The cells that declared these names, or all. */
  cells(names: Iterable<string> = this.#entries.keys()): number[] {
    return [...new Set([...names].flatMap((name) => this.#entries.get(name)?.cell ?? []))];
  }

  /**
   * One line of declarations that brings `names` into a cell: imports, or `let` where assignment is allowed. `looking`
   * says that nothing is checked.
   */
  prefix(names: Iterable<string>, looking = false): string {
    const imports = new Map<number, string[]>();
    const declarations: string[] = [];
    for (const name of names) {
      const entry = this.#entries.get(name);
      if (entry === undefined) continue;
      const { kind, cell, shown, isDocumented = false } = entry;
      const isWhole = looking && isDocumented;
      const type = (looking ? shown : undefined) ?? (isWhole ? undefined : entry.type);
      if (type !== undefined) {
        declarations.push(`declare ${kind === "let" ? "let" : "const"} ${name}: ${type};`);
        continue;
      }
      const list = imports.get(cell) ?? [];
      imports.set(cell, list);
      // An import cannot be assigned to, which only a check minds; in the other form comments are lost.
      const assigned = kind === "let" && !isWhole;
      list.push(assigned ? `${name} as ${hidden}${name}` : name);
      if (assigned) declarations.push(`declare let ${name}: typeof ${hidden}${name};`);
    }
    const lines = [...imports].map(
      ([cell, list]) => `import { ${list.join(", ")} } from "${moduleOf(cell)}";`,
    );
    return `${[...lines, ...declarations].join(" ")}\n`;
  }
}

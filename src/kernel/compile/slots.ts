import { join } from "node:path";
import type { Files } from "./files.js";

/** What the line before every cell imports from: always this one module. */
const hub = "./__hub__";

interface Slot {
  readonly module: string;
  readonly path: string;
  cell: number | undefined;
}

/** A name that a cell exports, as the hub calls it: `x` of cell 3 is `x$3`. */
export function exportedName(name: string, cell: number): string {
  return `${name}$${cell}`;
}

/**
 * The files in which earlier cells are kept. A program is rebuilt quickly only if no file has come or gone and none
 * imports others than before, so there is a fixed number of files, most of them empty, and one, the hub, through which
 * all of them are reached. The number doubles when it is used up.
 */
export class Slots {
  readonly #folder: string;
  readonly #files: Files;
  readonly #slots: Slot[] = [];
  readonly #exports = new Map<number, readonly string[]>();
  /** Cells whose names a cell uses. */
  readonly #links = new Map<number, readonly number[]>();

  constructor(folder: string, files: Files) {
    this.#folder = folder;
    this.#files = files;
    this.#grow(32);
    this.#writeHub();
  }

  /** Keeps the text of a cell that exports `names` and uses names of `used`; forgets cells that no one in `alive` leads to. */
  keep(
    cell: number,
    text: string,
    names: readonly string[],
    used: readonly number[],
    alive: Iterable<number>,
  ): void {
    this.#exports.set(cell, names);
    this.#links.set(cell, used);
    this.#forget(new Set([...alive, cell]));
    let free = this.#slots.find((slot) => slot.cell === undefined);
    if (free === undefined) {
      this.#grow(this.#slots.length);
      free = this.#slots.find((slot) => slot.cell === undefined) as Slot;
    }
    free.cell = cell;
    this.#files.setCell(free.path, text);
    this.#writeHub();
  }

  #forget(reached: Set<number>): void {
    for (const cell of reached) for (const next of this.#links.get(cell) ?? []) reached.add(next);
    for (const slot of this.#slots) {
      if (slot.cell === undefined || reached.has(slot.cell)) continue;
      this.#exports.delete(slot.cell);
      this.#links.delete(slot.cell);
      slot.cell = undefined;
      this.#files.setCell(slot.path, emptyText);
    }
  }

  #grow(count: number): void {
    const first = this.#slots.length + 1;
    for (let number = first; number < first + count; number++) {
      const module = `./__slot_${number}__`;
      const path = join(this.#folder, `${module}.ts`);
      this.#slots.push({ module, path, cell: undefined });
      this.#files.setCell(path, emptyText);
    }
  }

  #writeHub(): void {
    const lines = this.#slots.map(({ module, cell }) => {
      const names = cell === undefined ? [] : (this.#exports.get(cell) ?? []);
      const list = names.map((name) => `${name} as ${exportedName(name, cell ?? 0)}`);
      return `export { ${list.join(", ")} } from "${module}";`;
    });
    this.#files.setCell(join(this.#folder, `${hub}.ts`), `${lines.join("\n")}\n`);
  }
}

/** Text before a cell that uses the names `list` (as in an import), with declarations of its own. */
export function importsOf(list: readonly string[], declarations: readonly string[]): string {
  return `import { ${list.join(", ")} } from "${hub}"; ${declarations.join(" ")}`;
}

const emptyText = `${importsOf([], [])}export {};\n`;

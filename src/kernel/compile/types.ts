import type { Completeness, Completion, Inspection } from "../protocol.js";

/** What an executor needs to run one compiled cell. */
export interface CompiledCell {
  /**
   * The body of a function with the one parameter `__cell` (a `CellRuntime`): an async function when `isAsync`,
   * else a plain one. It returns the value of the last expression in a list of one, or undefined.
   */
  readonly code: string;
  /** Whether `await` or `for await` stands outside any function. Without one, errors stay synchronous. */
  readonly isAsync: boolean;
  /** Modules to load before `code` runs, in order; they are handed over as `CellRuntime.modules`. */
  readonly modules: readonly string[];
  /** Top-level names of the cell that hold a value, imported ones included; types are not listed. */
  readonly names: readonly string[];
  /** The names of imported values, by what the code calls them: `__m[0].join`. */
  readonly imported: ReadonlyMap<string, string>;
  /** The offset in the cell of the expression whose value the cell has. */
  readonly last: number | undefined;
  /** The cell's line and column (both from 1) of a line and column (from 1) of `code`. */
  locate(line: number, column: number): Position | undefined;
  /** Whether a statement of the reader's begins at a line and column (from 1) of `code`, or one that the kernel has added. */
  isOwn(line: number, column: number): boolean;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What `code` receives as `__cell`. */
export interface CellRuntime {
  /** Names of all cells so far, as accessors. */
  readonly scope: object;
  /** Called first of all, with an accessor for every name of the cell. */
  define(accessors: object): void;
  /** The loaded modules, as namespaces (what `import()` gives). */
  readonly modules: readonly unknown[];
  /** Every `await e` of the cell is run as `await checkpoint(e, at)`; `at` is its offset in the cell. */
  checkpoint(value: unknown, at?: number): unknown;
  /** Every `for await (… of e)` of the cell runs over `iterate(e, at)`. */
  iterate(values: unknown, at?: number): unknown;
  /** Every loop calls it now and then: after how many rounds again. Throws when the cell is to stop. */
  tick(): number;
  /** Every `catch (e)` of the cell calls it first: messages that quote the code are to quote the cell. */
  mend(error: unknown): void;
  /** What `import("…")` calls. */
  load(specifier: string): Promise<unknown>;
  /** What `import.meta` stands for. */
  readonly meta: object;
  /** Names a cell may use that are no globals: `require`, `module`, `exports`, `__dirname`, `__filename`. */
  readonly locals: Readonly<Record<string, unknown>>;
}

export interface CellCompiler {
  /**
   * Checks a cell and turns it into JavaScript; its names are known to later cells. `cell` is different for every
   * call, `shown` is the number that errors give. Throws a `CompileError`.
   */
  compile(source: string, cell: number, shown?: number): CompiledCell;
  /**
   * After a cell that failed half-way: only the names in `assigned` keep the types of this cell, the others are
   * what they were before it (types and interfaces stay). Call it before the next `compile`.
   */
  remember(cell: number, assigned: readonly string[]): void;
  complete(source: string, offset: number): Completion;
  /** With `detail` 1 all overloads and all members of a type are told. */
  inspect(source: string, offset: number, detail?: 0 | 1): Inspection | undefined;
  isComplete(source: string): Completeness;
  /** Gives memory back until the compiler is asked again, which takes longer then. What cells have declared stays known. */
  release(): void;
}

/** A top-level name of a cell. */
export interface Declared {
  readonly name: string;
  /** `let` and `var` can be assigned by other cells; `type` has no value. */
  readonly kind: "let" | "const" | "import" | "class" | "type";
  /** Where the name stands in the text. */
  readonly position: number;
}

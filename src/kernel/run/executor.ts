import { cancellable, Scope } from "../compile/scope.js";
import type { CellCompiler, CellRuntime, CompiledCell } from "../compile/types.js";
import type { Cells, Located } from "./frames.js";
import type { Interrupts } from "./interrupts.js";
import type { Modules } from "./modules.js";
import { mendMessage } from "./names.js";
import { beginningOf, placeIn } from "./places.js";
import { attempt } from "./result.js";
import { type CellRun, inRun } from "./run.js";
import { bodyOf, breakable } from "./script.js";
import { noteSource } from "./sources.js";
import { nextTurn, ownImmediate } from "./timers.js";
import { type Result, type Returned, resultOf } from "./value.js";

interface Kept {
  readonly compiled: CompiledCell;
  readonly source: string;
  readonly count: number;
}

/** Compiles cells and runs them, one at a time. */
export class Executor implements Cells {
  readonly #compiler: CellCompiler;
  readonly #modules: Modules;
  readonly #interrupts: Interrupts;
  readonly #meta: object;
  readonly #locals: Readonly<Record<string, unknown>>;
  readonly #scope = new Scope();
  readonly #kept = new Map<string, Kept>();

  constructor(
    compiler: CellCompiler,
    modules: Modules,
    interrupts: Interrupts,
    meta: object,
    locals: Readonly<Record<string, unknown>>,
  ) {
    this.#compiler = compiler;
    this.#modules = modules;
    this.#interrupts = interrupts;
    this.#meta = meta;
    this.#locals = locals;
  }

  /** The value of the last expression of a cell. What a failed or stopped cell has assigned keeps value and type. */
  async run(source: string, run: CellRun): Promise<Result> {
    const compiled = this.#compiler.compile(source, run.id, run.count);
    this.#keep(fileOf(run), { compiled, source, count: run.count });
    let begun = false;
    try {
      await this.#turn();
      run.checkpoint(undefined);
      const modules = await this.#load(compiled, run);
      return await this.#evaluate(compiled, run, modules, () => {
        begun = true;
      });
    } catch (error) {
      this.#compiler.remember(run.id, begun ? this.#scope.settle() : []);
      throw error;
    }
  }

  /** The error of work that may have been broken off. What was thrown may throw when it is looked at. */
  named(error: unknown): unknown {
    return attempt(() => this.#interrupts.named(error)) ?? error;
  }

  locate(file: string, line: number, column: number): Located | undefined {
    const kept = this.#kept.get(file);
    if (kept === undefined) return undefined;
    const [found, cell] = [kept.compiled.locate(line, column), `Cell [${kept.count}]`];
    if (found === undefined) return { place: cell };
    return placeIn(cell, kept.source, beginningOf(kept.source, found));
  }

  /** Lets an interrupt that came in during the compilation be heard. */
  async #turn(): Promise<void> {
    do {
      await nextTurn();
    } while (this.#interrupts.pending);
  }

  #load(compiled: CompiledCell, run: CellRun): Promise<unknown[]> {
    const loading = (async () => {
      const modules: unknown[] = [];
      for (const specifier of compiled.modules) modules.push(await this.#modules.load(specifier));
      return modules;
    })();
    return new Promise((resolve, reject) => {
      run.end = reject;
      inRun(run, () => loading).then(resolve, reject);
    });
  }

  /** In a turn of its own: whatever cuts the cell off leaves the kernel's own code alone. */
  #evaluate(
    compiled: CompiledCell,
    run: CellRun,
    modules: readonly unknown[],
    begins: () => void,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      run.end = reject;
      const prefix = compiled.isAsync ? "async " : "";
      const body = bodyOf(`(${prefix}function (__cell) {${compiled.code}\n})`, fileOf(run));
      ownImmediate(() => {
        inRun(run, () => {
          try {
            begins();
            const returned = breakable(() => body(this.#runtime(run, modules)));
            resultOf(returned as Returned | Promise<Returned>, run).then(resolve, reject);
          } catch (error) {
            reject(this.named(error));
          }
        });
      });
    });
  }

  #runtime(run: CellRun, modules: readonly unknown[]): CellRuntime {
    const checkpoint = (value: unknown): unknown => {
      if (this.#interrupts.pending) this.#interrupts.halt();
      return run.checkpoint(value);
    };
    return {
      scope: this.#scope.names,
      define: this.#scope.define,
      modules,
      checkpoint,
      iterate: (values) => cancellable(values, checkpoint),
      load: (specifier) => this.#modules.load(String(specifier)),
      meta: this.#meta,
      locals: this.#locals,
      tick: this.#interrupts.tick,
      mend: mendMessage,
    };
  }

  #keep(file: string, kept: Kept): void {
    this.#kept.set(file, kept);
    noteSource(file, kept.compiled, kept.source);
    const [oldest = ""] = this.#kept.keys();
    if (this.#kept.size > 2000) this.#kept.delete(oldest);
  }
}

function fileOf(run: CellRun): string {
  return `cell-${run.id}.ts`;
}

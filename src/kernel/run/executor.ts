import { positionOf } from "../compile/error.js";
import { Scope } from "../compile/scope.js";
import type { CellCompiler, CellRuntime, CompiledCell } from "../compile/types.js";
import { noteAwait } from "./awaited.js";
import { inRun } from "./context.js";
import type { Cells } from "./frames.js";
import type { Interrupts } from "./interrupts.js";
import { iterate } from "./iterate.js";
import type { Located } from "./located.js";
import type { Modules } from "./modules.js";
import { mendMessage } from "./names.js";
import { nextTurn, OwnPromise } from "./own.js";
import { beginningOf, placeIn } from "./places.js";
import { attempt } from "./result.js";
import type { CellRun } from "./run.js";
import { bodyOf, breakable } from "./script.js";
import { noteSource } from "./sources.js";
import { type Result, type Returned, resultOf } from "./value.js";

/** A cell that has run. */
export interface Kept {
  readonly compiled: CompiledCell;
  readonly source: string;
  readonly count: number;
}

/** Compiles cells and runs them, one at a time. */
export class Executor implements Cells {
  readonly compiler: CellCompiler;
  readonly #modules: Modules;
  readonly #interrupts: Interrupts;
  /** Puts back what the cell has changed of what the kernel stands on. */
  readonly #mend: () => void;
  readonly scope = new Scope();
  /** What is the same for all cells. */
  readonly #runtime: Omit<CellRuntime, "modules" | "checkpoint" | "iterate">;
  readonly kept = new Map<string, Kept>();

  constructor(
    compiler: CellCompiler,
    modules: Modules,
    interrupts: Interrupts,
    meta: object,
    locals: Readonly<Record<string, unknown>>,
    mend: () => void,
  ) {
    this.#mend = mend;
    this.compiler = compiler;
    this.#modules = modules;
    this.#interrupts = interrupts;
    this.#runtime = {
      scope: this.scope.names,
      define: this.scope.define,
      load: (specifier) => modules.load(String(specifier)),
      meta,
      locals,
      tick: interrupts.tick,
      mend: mendMessage,
    };
  }

  /** The value of the last expression of a cell. What a failed or stopped cell has assigned keeps value and type. */
  async run(source: string, run: CellRun): Promise<Result> {
    const compiled = this.compiler.compile(source, run.id, run.count);
    this.#keep(fileOf(run), { compiled, source, count: run.count });
    let begun = false;
    try {
      // An interrupt that came in during the compilation is heard first.
      while (this.#interrupts.pending) await nextTurn();
      if (run.whole.stopped !== undefined) throw run.whole.refusal();
      const modules = compiled.modules.length === 0 ? [] : await endable(run, () => this.#load(compiled));
      const prefix = compiled.isAsync ? "async function" : "function";
      const body = bodyOf(`(${prefix} (__cell) {${compiled.code}\n})`, fileOf(run));
      begun = true;
      const runtime = { ...this.#runtime, ...this.#awaiting(fileOf(run)), modules };
      const result = await endable(run, () =>
        resultOf(breakable(() => body(runtime)) as Returned | Promise<Returned>, (error) =>
          noteAwait(error, fileOf(run), compiled.last),
        ),
      );
      this.#mend();
      return result;
    } catch (error) {
      this.#mend();
      this.compiler.remember(run.id, begun ? this.scope.settle() : []);
      throw this.named(error, run);
    }
  }

  /** The error of work that may have been broken off. */
  named(error: unknown, run: CellRun): unknown {
    // What was thrown may throw when it is looked at.
    return inRun(run, () => attempt(() => this.#interrupts.named(error))) ?? error;
  }

  locate(file: string, line: number, column: number): Located | undefined {
    const kept = this.kept.get(file);
    if (kept === undefined) return undefined;
    const [found, cell] = [kept.compiled.locate(line, column), `Cell [${kept.count}]`];
    if (found === undefined) return { place: cell };
    return placeIn(cell, kept.source, beginningOf(kept.source, found));
  }

  awaited(file: string, at: number): Located | undefined {
    const kept = this.kept.get(file);
    return kept && placeIn(`Cell [${kept.count}]`, kept.source, positionOf(kept.source, at));
  }

  /** How the cell that stacks call `file` awaits. */
  #awaiting(file: string): Pick<CellRuntime, "checkpoint" | "iterate"> {
    const { checkpoint } = this.#interrupts;
    return {
      checkpoint: (value, at) => checkpoint(value, file, at),
      iterate: (values, at) => iterate(values, (value) => checkpoint(value, file, at)),
    };
  }

  async #load(compiled: CompiledCell): Promise<unknown[]> {
    const modules: unknown[] = [];
    for (const specifier of compiled.modules) modules.push(await this.#modules.load(specifier));
    return modules;
  }

  #keep(file: string, kept: Kept): void {
    this.kept.set(file, kept);
    noteSource(file, kept.compiled, kept.source);
    const [oldest = ""] = this.kept.keys();
    if (this.kept.size > 2000) this.kept.delete(oldest);
  }
}

/** What work in the name of a cell gives; a promise is awaited, so that the cell ends when its work does. */
function endable<T>(run: CellRun, work: () => T | Promise<T>): Promise<T> {
  return new OwnPromise((resolve, reject) => {
    run.whole.end = reject;
    const settle = async (): Promise<void> => {
      try {
        resolve(await inRun(run, work));
      } catch (error) {
        reject(error);
      }
    };
    void settle();
  });
}

function fileOf(run: CellRun): string {
  return `cell-${run.id}.ts`;
}

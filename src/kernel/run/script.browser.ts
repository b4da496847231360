import type { CellRuntime } from "../compile/types.js";

/** The code of a cell as a function; `filename` is what stacks call it. */
type Body = (cell: CellRuntime) => unknown;

// Called by another name, it runs code in the global scope.
// biome-ignore lint/security/noGlobalEval: to run what a reader writes is what a kernel is for
const run: (code: string) => unknown = globalThis.eval;

export function bodyOf(code: string, filename: string): Body {
  return run(`${code}\n//# sourceURL=${filename}`) as Body;
}

/** Runs work. Nothing here can break it off where it never looks whether it is to stop: a new worker takes its place. */
export function breakable<T>(work: () => T): T {
  return work();
}

/** Nothing to take up: there are no signals. */
export function absorbSignal(): void {}

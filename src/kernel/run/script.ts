import { Script } from "node:vm";
import type { CellRuntime } from "../compile/types.js";
import { ownLine } from "../debug/inspection.js";
import { now } from "./own.js";

/** The code of a cell as a function; `filename` is what stacks call it. */
type Body = (cell: CellRuntime) => unknown;

export function bodyOf(code: string, filename: string): Body {
  return new Script(code + ownLine, { filename }).runInThisContext() as Body;
}

const workKey = Symbol.for("convlab.work");
let current: () => unknown = () => undefined;
// For good: a cell that freezes the globals, or writes over them, does not reach it.
Object.defineProperty(globalThis, workKey, { value: () => current() });
const caller = new Script("globalThis[Symbol.for('convlab.work')]()", { filename: "node:cell" });

/** Runs work that the watchdog's signal can break off, even where it never looks whether it is to stop. */
export function breakable<T>(work: () => T): T {
  current = work;
  return caller.runInThisContext({ breakOnSigint: true, displayErrors: false }) as T;
}

/** Takes up a signal that came when the work it was meant for had just ended: Node would break the next work with it. */
export function absorbSignal(): void {
  try {
    breakable(() => {
      for (const end = now() + 5; now() < end; );
    });
  } catch {
    // That was it.
  }
}

import { createRequire, syncBuiltinESMExports } from "node:module";
import { owningRun } from "./context.js";
import { iterate } from "./iterate.js";
import type { CellRun } from "./run.js";

type Timer = NodeJS.Timeout | NodeJS.Immediate;
type Start = (callback: (...given: unknown[]) => void, ...rest: unknown[]) => Timer;
type Clear = (timer: unknown) => void;

const owners = new WeakMap<object, CellRun>();
const endTimeout = clearTimeout;
const endImmediate = clearImmediate;

/**
 * Makes timers belong to the cell that starts them, so that stopping the cell stops them, wherever they are had from:
 * the globals, `node:timers` or `node:timers/promises`. A cell that has been stopped starts no more of them.
 */
export function watchTimers(): void {
  const require = createRequire(import.meta.url);
  const module = require("node:timers") as Record<string, unknown>;
  for (const kind of ["Timeout", "Interval", "Immediate"] as const) {
    const start = globalThis[`set${kind}`] as unknown as Start;
    const clear = globalThis[`clear${kind}`] as unknown as Clear;
    const end = (timer: unknown): void => {
      forget(timer);
      clear(timer);
    };
    module[`set${kind}`] = replace(`set${kind}`, start, starting(start, clear, kind !== "Interval"));
    module[`clear${kind}`] = replace(`clear${kind}`, clear, end);
  }
  watchPromised(require("node:timers/promises"));
  syncBuiltinESMExports();
}

/** Ends all timers of a cell. */
export function clearTimers(run: CellRun): void {
  for (const timer of [...run.timers]) {
    endTimeout(timer as NodeJS.Timeout);
    endImmediate(timer as NodeJS.Immediate);
    forget(timer);
  }
}

function starting(start: Start, clear: Clear, once: boolean): Start {
  return (callback, ...rest) => {
    const run = owningRun();
    if (run === undefined || typeof callback !== "function") return start(callback, ...rest);
    const work = (...given: unknown[]): void => {
      if (once) forget(timer);
      callback(...given);
    };
    // A timer that is printed names it.
    Object.defineProperty(work, "name", { value: callback.name });
    const timer = start(work, ...rest);
    if (run.closed) {
      clear(timer);
    } else {
      owners.set(timer, run);
      run.timers.add(timer);
    }
    return timer;
  };
}

function forget(timer: unknown): void {
  if (typeof timer === "object" && timer !== null) owners.get(timer)?.timers.delete(timer as Timer);
}

type Promised = (...given: unknown[]) => unknown;

/** The timers that are promises: stopping the cell ends the waiting for them. */
function watchPromised(module: Record<string, Promised> & { scheduler: Record<string, Promised> }): void {
  const watched = (start: Promised): Promised => {
    return async (...given) => (owningRun() ?? none).checkpoint(start(...given));
  };
  module.setTimeout = watched(module.setTimeout as Promised);
  module.setImmediate = watched(module.setImmediate as Promised);
  module.scheduler.wait = watched(module.scheduler.wait?.bind(module.scheduler) as Promised);
  const ticking = module.setInterval as Promised;
  module.setInterval = (...given) =>
    iterate(ticking(...given), (step) => (owningRun() ?? none).checkpoint(step));
}

const none = { checkpoint: (value: unknown): unknown => value };

/** Puts `replacement` in the place of a global function, with what hangs on that (`util.promisify` looks for it). */
function replace(name: string, original: object, replacement: object): object {
  for (const key of Reflect.ownKeys(original)) {
    const descriptor = Object.getOwnPropertyDescriptor(original, key);
    if (descriptor?.configurable === true || typeof key === "symbol") {
      Object.defineProperty(replacement, key, descriptor as PropertyDescriptor);
    }
  }
  Object.defineProperty(globalThis, name, {
    value: replacement,
    writable: true,
    configurable: true,
    enumerable: true,
  });
  return replacement;
}

import { type CellRun, owningRun } from "./run.js";

type Timer = NodeJS.Timeout | NodeJS.Immediate;
type Start = (callback: (...given: unknown[]) => void, ...rest: unknown[]) => Timer;
type Clear = (timer: unknown) => void;

/** Node's own, taken before timers belong to cells: a cell that is stopped must not stop the kernel's own. */
export const ownImmediate = setImmediate;

/** The next turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => ownImmediate(() => resolve()));
}

const owners = new WeakMap<object, CellRun>();

/**
 * Makes the global timers belong to the cell that starts them, so that stopping the cell stops them. A cell that has
 * been stopped starts no more of them.
 */
export function watchTimers(): void {
  for (const kind of ["Timeout", "Interval", "Immediate"] as const) {
    const start = globalThis[`set${kind}`] as unknown as Start;
    const clear = globalThis[`clear${kind}`] as unknown as Clear;
    replace(`set${kind}`, start, starting(start, clear, kind !== "Interval"));
    replace(`clear${kind}`, clear, (timer: unknown) => {
      forget(timer);
      clear(timer);
    });
  }
}

/** Ends all timers of a cell. */
export function clearTimers(run: CellRun): void {
  for (const timer of [...run.timers]) {
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
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
    if (run.stopped) {
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

/** Puts `replacement` in the place of a global function, with what hangs on that (`util.promisify` looks for it). */
function replace(name: string, original: object, replacement: object): void {
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
}

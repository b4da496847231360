import { belonging } from "./belonging.js";
import { owningRun } from "./context.js";
import type { CellRun } from "./run.js";

type Timer = NodeJS.Timeout;
type Start = (callback: (...given: unknown[]) => void, ...rest: unknown[]) => number;
type Clear = (timer: unknown) => void;

const owners = new Map<number, CellRun>();
const endTimeout = clearTimeout.bind(globalThis) as Clear;

/**
 * Makes timers belong to the cell that starts them, so that stopping the cell stops them. A cell that has been stopped
 * starts no more of them.
 */
export function watchTimers(): void {
  for (const kind of ["Timeout", "Interval"] as const) {
    const start = globalThis[`set${kind}`].bind(globalThis) as unknown as Start;
    const clear = globalThis[`clear${kind}`].bind(globalThis) as Clear;
    const end = (timer: unknown): void => {
      forget(timer as number);
      clear(timer);
    };
    replace(`set${kind}`, starting(start, clear, kind === "Timeout"));
    replace(`clear${kind}`, end);
  }
}

/** Ends all timers of a cell. */
export function clearTimers(run: CellRun): void {
  for (const timer of [...run.timers]) {
    endTimeout(timer);
    forget(timer as unknown as number);
  }
}

function starting(start: Start, clear: Clear, once: boolean): Start {
  return (callback, ...rest) => {
    const run = owningRun();
    if (run === undefined || typeof callback !== "function") return start(callback, ...rest);
    const timer = start(
      (...given) => {
        if (once) forget(timer);
        belonging.enter(run);
        callback(...given);
      },
      ...rest,
    );
    if (run.closed) {
      clear(timer);
    } else {
      owners.set(timer, run);
      run.timers.add(timer as unknown as Timer);
    }
    return timer;
  };
}

function forget(timer: number): void {
  owners.get(timer)?.timers.delete(timer as unknown as Timer);
  owners.delete(timer);
}

function replace(name: string, value: object): void {
  Object.defineProperty(value, "name", { value: name });
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
}

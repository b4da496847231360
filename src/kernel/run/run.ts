import { AsyncLocalStorage } from "node:async_hooks";
import { noteUnseen } from "./printing.js";

/** What a cell throws at its next `await` once it has been stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(message = "The cell was stopped.") {
    super(message);
  }
}

/** One execution of a cell, and all that goes on in its name later: timers, late output. */
export class CellRun {
  /** Timers that the cell started and that have not ended. */
  readonly timers = new Set<NodeJS.Timeout | NodeJS.Immediate>();
  /** What the reply asks the front end to do: pages to open. */
  readonly payload: object[] = [];
  /** What ends the waiting of each `await` that the cell stands at. */
  readonly #waiting = new Set<(error: Error) => void>();
  #stopped: Error | undefined;
  #refusals = 0;
  /** Resolves when the execution is over. */
  readonly ended: Promise<void>;
  /** Ends the execution, whatever its code does. */
  end: (error: Error) => void = () => {};
  over: () => void = () => {};

  constructor(
    readonly id: number,
    readonly count: number,
    readonly silent: boolean,
  ) {
    this.ended = new Promise((resolve) => {
      this.over = resolve;
    });
  }

  get stopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** From now on every `await` of the cell throws. */
  stop(error: Error): void {
    this.#stopped = error;
  }

  /** Ends the waiting of every `await` that the cell stands at. Returns whether there was one. */
  wake(error: Error): boolean {
    const woken = [...this.#waiting];
    for (const reject of woken) reject(error);
    return woken.length > 0;
  }

  /** What every `await e` of the cell waits for: `e`, or that the cell is stopped. */
  checkpoint(value: unknown): unknown {
    if (this.#stopped !== undefined) {
      // A loop that catches what its await throws would go round for ever: it waits instead until it is ended.
      if (++this.#refusals > 3) return new Promise(() => {});
      throw this.#stopped;
    }
    if (!isThenable(value)) return value;
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      const done = (): boolean => this.#waiting.delete(reject);
      value.then(
        (result) => {
          done();
          resolve(result);
        },
        (error) => {
          done();
          reject(error as Error);
        },
      );
    });
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === "object" && value !== null) || typeof value === "function") &&
    typeof (value as { then?: unknown }).then === "function"
  );
}

const storage = noteUnseen(new AsyncLocalStorage<CellRun>());
const recent = new Map<number, CellRun>();
let latest: CellRun | undefined;

/** Runs `work` in the name of a cell: what it starts belongs to that cell, for as long as it goes on. */
export function inRun<T>(run: CellRun, work: () => T): T {
  latest = run;
  remember(run);
  return storage.run(run, work);
}

/** The cell that the running code belongs to; else the running or the last cell. */
export function currentRun(): CellRun | undefined {
  return storage.getStore() ?? latest;
}

/** The cell that the running code itself belongs to. */
export function owningRun(): CellRun | undefined {
  return storage.getStore();
}

/** A cell by its number, while it is among the last few hundred. */
export function runOf(id: number): CellRun | undefined {
  return recent.get(id);
}

function remember(run: CellRun): void {
  recent.set(run.id, run);
  for (const oldest of recent.keys()) {
    if (recent.size <= 500) break;
    recent.delete(oldest);
  }
}

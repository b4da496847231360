import type { ChildProcess } from "node:child_process";
import { noteAwait } from "./awaited.js";
import { Awaits, isThenable } from "./awaits.js";
import { now, OwnPromise } from "./own.js";

/** What a cell throws at its next `await` once it has been stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor(message = "The cell was stopped.") {
    super(message);
  }
}

/** How long a stopped cell may tidy up, in milliseconds: what its `finally` blocks await. */
const tidying = 1200;

/** How often a cell that has had its time to tidy up is told again; what catches that too waits for ever. */
const refusals = 3;

/** One execution of a cell, and all that goes on in its name later: timers, late output. */
export class CellRun {
  /** Timers that the cell started and that have not ended. */
  readonly timers = new Set<NodeJS.Timeout | NodeJS.Immediate>();
  /** Processes that the cell started and that have not ended. */
  readonly children = new Set<ChildProcess>();
  /** What the reply asks the front end to do: pages to open. */
  readonly payload: object[] = [];
  /** Each `await` that stands in the name of this run. */
  readonly awaits = new Awaits();
  #stopped: Interrupted | undefined;
  /** Until when a stopped cell may tidy up. */
  #deadline = 0;
  /** Whether code of the cell has met the stop. */
  #told = false;
  #refused = 0;
  /** Whether its code has come to its end. */
  settled = false;
  /** Ends the execution, whatever its code does. */
  end: (error: Error) => void = () => {};

  /** `whole` is the run that this one is a part of, as an expression that a front end asks for is. */
  constructor(
    readonly id: number,
    readonly count: number,
    readonly silent: boolean,
    whole?: CellRun,
  ) {
    this.whole = whole ?? this;
  }

  readonly whole: CellRun;

  /** What stopped it. */
  get stopped(): Interrupted | undefined {
    return this.#stopped;
  }

  /** Whether its time to tidy up has passed: nothing may begin in its name. */
  get closed(): boolean {
    return this.#stopped !== undefined && now() > this.#deadline;
  }

  /** Whether code that asks now is to end. */
  get refuses(): boolean {
    return this.#stopped !== undefined && (!this.#told || this.closed);
  }

  /** The next `await` throws; then it has some time to tidy up. */
  stop(error: Interrupted): void {
    this.#stopped = error;
    this.#deadline = now() + tidying;
    this.#told = false;
    this.#refused = 0;
  }

  /** Takes the time to tidy up away. */
  close(): void {
    this.#deadline = Number.NEGATIVE_INFINITY;
  }

  /** The stop is over: what still comes in its name, as a request to a server it has started, is served again. */
  reopen(): void {
    this.#told = true;
    this.#deadline = Number.POSITIVE_INFINITY;
  }

  /** The error for code that is to end. */
  refusal(): Interrupted {
    this.#told = true;
    return this.#stopped ?? new Interrupted();
  }

  /** What an `await e` in the name of this run waits for: `e`, or that the cell is stopped. */
  checkpoint(value: unknown, file = "", at?: number): unknown {
    if (this.#stopped !== undefined && this.refuses) {
      // A loop that catches what its await throws would go round for ever: it waits instead.
      if (this.closed && ++this.#refused > refusals) return new OwnPromise(() => {});
      throw this.refusal();
    }
    if (!isThenable(value)) return value;
    return this.awaits.add(value, this.#stopped !== undefined, (error) => noteAwait(error, file, at));
  }
}

import { leave } from "./awaits.js";
import { inNoRun, owningRun } from "./context.js";
import { nextTurn, pause } from "./own.js";
import { type CellRun, Interrupted } from "./run.js";
import { absorbSignal } from "./script.js";
import type { Shared } from "./shared.js";
import { surviveSignals, tellListeners } from "./signals.js";
import { carryOut, endAtOnce } from "./stop.js";
import { clearTimers } from "./timers.js";

/** Rounds of a loop between two looks: some may take milliseconds. */
const rounds = 32;

/** The cells that an interrupt may concern. */
interface Runs {
  running(): CellRun | undefined;
  all(): Iterable<CellRun>;
}

/** Hears of interrupts, and stops cells. */
export class Interrupts {
  readonly shared: Shared;
  readonly #runs: Runs;
  readonly #mend: () => void;
  /** The running cell, once it has been stopped. */
  #stopping: CellRun | undefined;
  readonly #stops = new WeakMap<CellRun, Promise<void>>();

  /** `runs` are the cell at work, and all that still have timers; `mend` puts back what cells have changed of what is needed here. */
  constructor(shared: Shared, runs: Runs, mend: () => void) {
    this.shared = shared;
    this.#runs = runs;
    this.#mend = mend;
    surviveSignals();
  }

  /** An interrupt has come in, of this number. */
  came(number: number): void {
    if (!this.shared.hasHeard(number)) this.#interrupt();
  }

  /** Whether an interrupt has come in that nobody has taken up yet. */
  get pending(): boolean {
    return !this.shared.hasHeard();
  }

  /** What loops call every few rounds. A call that never happens would slow them down more than one that does. */
  readonly tick = (): number => {
    if (this.pending) this.#meet();
    if (this.#stopping?.refuses && owningRun() === this.#stopping) throw this.#stopping.refusal();
    return rounds;
  };

  /**
   * What every `await e` of a cell waits for: `e`, or that the run in whose name it awaits is stopped. The await stands
   * at an offset of the cell that stacks call `file`.
   */
  readonly checkpoint = (value: unknown, file = "", at?: number): unknown => {
    try {
      if (this.pending) this.#meet();
      const run = owningRun();
      return run === undefined ? value : run.checkpoint(value, file, at);
    } catch (error) {
      leave(value);
      throw error;
    }
  };

  /** The error of a cell; one that the watchdog's signal broke off says what that was. */
  named(error: unknown): unknown {
    const { code } = (error ?? {}) as NodeJS.ErrnoException;
    const run = owningRun();
    if (code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED" || run === undefined) return error;
    this.shared.hear();
    this.#begin(run);
    return run.refusal();
  }

  /** The error of a cell that was stopped, once the stop has been carried out; undefined for others. */
  async carriedOut(run: CellRun): Promise<Interrupted | undefined> {
    while (this.pending) await nextTurn();
    await this.#stops.get(run);
    return run.stopped;
  }

  /** In code that meets an interrupt before the event loop does: at an await or in a loop of a cell. */
  #meet(): void {
    const run = owningRun();
    const running = this.#runs.running();
    const late = this.shared.isLate;
    if (running !== undefined && (run === running || (late && run === undefined))) {
      this.shared.hear();
      this.#begin(running);
      throw running.refusal();
    }
    // The interrupt is meant for the running cell; what an earlier one left ends only if it keeps the thread busy.
    if (run === undefined || !late) return;
    if (running === undefined) this.shared.hear();
    run.stop(new Interrupted());
    run.close();
    clearTimers(run);
    void inNoRun(() => pause(100)).then(() => run.reopen());
    throw run.refusal();
  }

  /** Stops a cell, or one that is being stopped without more ado. */
  #begin(run: CellRun): void {
    if (run.stopped !== undefined) {
      endAtOnce(run);
      return;
    }
    run.stop(new Interrupted());
    this.#stopping = run;
    this.#stops.set(
      run,
      inNoRun(() => this.#stop(run)).catch((error: Error) => {
        this.#stopping = undefined;
        run.end(error);
      }),
    );
  }

  #interrupt(): void {
    this.shared.hear();
    const run = this.#runs.running();
    if (run === undefined) {
      for (const each of this.#runs.all()) clearTimers(each);
      tellListeners();
    } else this.#begin(run);
  }

  async #stop(run: CellRun): Promise<void> {
    await nextTurn();
    this.#mend();
    await carryOut(run);
    if (this.shared.wasLate) absorbSignal();
    run.reopen();
    this.#stopping = undefined;
  }
}

import { createHook } from "node:async_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type CellRun, Interrupted, owningRun } from "./run.js";
import { Shared } from "./shared.js";
import { clearTimers } from "./timers.js";

/** How long a library that listens for SIGINT may take to end its work, in milliseconds. */
const grace = 2000;
/** How long we look whether code goes on after it was stopped, in milliseconds. */
const look = 150;

/** Rounds of a loop between two looks: some may take milliseconds. */
const rounds = 32;

const goesOn =
  "The cell was stopped, but code that it called goes on running and cannot be stopped from here. " +
  "Restart the kernel to end it.";

/** Hears of interrupts, and stops cells. */
export class Interrupts {
  readonly shared = new Shared();
  readonly #running: () => CellRun | undefined;
  readonly #runs: () => Iterable<CellRun>;

  /** `running` gives the cell at work, `runs` all cells that still have timers. */
  constructor(running: () => CellRun | undefined, runs: () => Iterable<CellRun>) {
    this.#running = running;
    this.#runs = runs;
    const worker = new Worker(new URL("./watchdog.js", import.meta.url), {
      workerData: { shared: this.shared.buffer },
    });
    worker.on("message", (number: number) => {
      if (!this.shared.hasHeard(number)) this.#interrupt();
    });
    worker.unref();
    // Without a listener the watchdog's signal would end the process.
    process.on("SIGINT", () => {});
  }

  /** Whether an interrupt has come in that nobody has taken up yet. */
  get pending(): boolean {
    return !this.shared.hasHeard();
  }

  /** Throws in code that meets an interrupt before the event loop does: at an await or in a loop of a cell. */
  halt(): never {
    throw this.#taken();
  }

  /** Takes an interrupt up in the name of the cell whose code runs, and gives the error that ends it. */
  #taken(): Interrupted {
    const error = new Interrupted();
    const run = owningRun();
    // What an earlier cell left running ends too, but the interrupt is meant for the running cell.
    if (run === this.#running()) this.shared.hear();
    if (run !== undefined) {
      run.stop(error);
      clearTimers(run);
    }
    return error;
  }

  /** What loops call every few rounds. A call that never happens would slow them down more than one that does. */
  readonly tick = (): number => {
    if (this.pending) this.halt();
    return rounds;
  };

  /** The error of a cell; one that the watchdog's signal broke off says what that was. */
  named(error: unknown): unknown {
    if ((error as NodeJS.ErrnoException | undefined)?.code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED")
      return error;
    return this.#taken();
  }

  #interrupt(): void {
    this.shared.hear();
    const run = this.#running();
    if (run === undefined) {
      for (const each of this.#runs()) clearTimers(each);
      process.emit("SIGINT");
      return;
    }
    if (run.stopped) return;
    run.stop(new Interrupted());
    void this.#stop(run);
  }

  async #stop(run: CellRun): Promise<void> {
    // Who listens for SIGINT ends its work in its own way: a training after the running batch.
    const listened = process.listenerCount("SIGINT") > 1;
    process.emit("SIGINT");
    if (listened && (await settled(run, grace))) return;
    clearTimers(run);
    let error = new Interrupted();
    if ((await activityOf(run, look)) > 0 && !(await settled(run, grace - look)))
      error = new Interrupted(goesOn);
    // Each await of the cell throws; what does not stand at one has lost its execution or its timers.
    if (!run.wake(error) || !(await settled(run, look))) run.end(error);
  }
}

async function settled(run: CellRun, milliseconds: number): Promise<boolean> {
  const ended = run.ended.then(() => true);
  return Promise.race([ended, delay(milliseconds, false, { ref: false })]);
}

/** How much begins in the name of a cell within a time: promises, timers, input and output. */
async function activityOf(run: CellRun, milliseconds: number): Promise<number> {
  let count = 0;
  const hook = createHook({
    init() {
      if (owningRun() === run) count++;
    },
  }).enable();
  await delay(milliseconds, undefined, { ref: false });
  hook.disable();
  return count;
}

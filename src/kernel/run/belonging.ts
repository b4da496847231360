import { ownImmediate } from "./own.js";
import type { CellRun } from "./run.js";

/**
 * The run that code belongs to, where no storage follows it: whoever lets a cell's code go on says so by `enter`. It
 * holds for what runs from there to the next turn of the event loop.
 */
class Belonging {
  #run: CellRun | undefined;
  #ends = false;

  get run(): CellRun | undefined {
    return this.#run;
  }

  enter(run: CellRun | undefined): void {
    this.#run = run;
    if (this.#ends || run === undefined) return;
    this.#ends = true;
    ownImmediate(() => {
      this.#ends = false;
      this.#run = undefined;
    });
  }
}

export const belonging = new Belonging();

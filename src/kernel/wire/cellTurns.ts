/** What a cell of a subshell says while another one runs. */
export const waits = "This cell waits until the running one has ended: one thread runs all cells.\n";

/** Lets one cell run at a time, whichever shell it came from. */
export class CellTurns<Cell> {
  #running: Cell | undefined;
  #last = Promise.resolve();

  get running(): Cell | undefined {
    return this.#running;
  }

  /** Runs `work` in the name of a cell when all that came before have ended; `waits` is called where one still runs. */
  async take<T>(cell: Cell, waits: () => void, work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let end = (): void => {};
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    if (this.#running !== undefined) waits();
    await before;
    this.#running = cell;
    try {
      return await work();
    } finally {
      this.#running = undefined;
      end();
    }
  }
}

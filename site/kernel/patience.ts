/** How often a worker is asked whether it listens while a cell runs, in milliseconds. */
const between = 500;
const [least, most] = [2000, 20_000];

/**
 * How long a worker may take to hear of a stop. Code that listens now and then, as a training between two batches, gets
 * the time that it has been seen to need; code that never has, two seconds.
 */
export class Patience {
  readonly #ask: (ping: number) => void;
  readonly #asked = new Map<number, number>();
  #slowest = 0;
  #pings = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(ask: (ping: number) => void) {
    this.#ask = ask;
  }

  get milliseconds(): number {
    return Math.min(most, Math.max(least, 2 * this.#slowest + between));
  }

  /** A cell begins. */
  begin(): void {
    this.end();
    this.#slowest = 0;
    this.#timer = setInterval(() => {
      // Who has not answered is asked no more.
      if (this.#asked.size > 0) return;
      this.#asked.set(++this.#pings, performance.now());
      this.#ask(this.#pings);
    }, between);
  }

  answered(ping: number): void {
    const asked = this.#asked.get(ping);
    this.#asked.delete(ping);
    if (asked !== undefined) this.#slowest = Math.max(this.#slowest, performance.now() - asked);
  }

  /** The cell has ended. */
  end(): void {
    clearInterval(this.#timer);
    this.#asked.clear();
  }
}

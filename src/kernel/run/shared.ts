/**
 * Numbers that the session's main thread and its watchdog both see: how many interrupts have come in, and how many of
 * them the main thread has taken up.
 */
export class Shared {
  readonly buffer: SharedArrayBuffer;
  /** Not 0 while an interrupt waits to be taken up: loops of cells look at it. */
  readonly waiting: Int32Array;
  readonly #counts: Int32Array;

  constructor(buffer = new SharedArrayBuffer(12)) {
    this.buffer = buffer;
    this.waiting = new Int32Array(buffer, 0, 1);
    this.#counts = new Int32Array(buffer, 4, 2);
  }

  /** Notes an interrupt, and returns its number. */
  ask(): number {
    const number = Atomics.add(this.#counts, 0, 1) + 1;
    Atomics.store(this.waiting, 0, 1);
    return number;
  }

  /** Takes up all interrupts so far. */
  hear(): void {
    Atomics.store(this.waiting, 0, 0);
    Atomics.store(this.#counts, 1, Atomics.load(this.#counts, 0));
  }

  /** Whether the interrupt of this number, or any of the latest, has been taken up. */
  hasHeard(number = Atomics.load(this.#counts, 0)): boolean {
    return Atomics.load(this.#counts, 1) >= number;
  }
}

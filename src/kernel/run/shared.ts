/**
 * Numbers that the session's main thread and its watchdog both see: how many interrupts have come in, and how many of
 * them the main thread has taken up.
 */
export class Shared {
  readonly buffer: SharedArrayBuffer;
  readonly #counts: Int32Array;

  constructor(buffer = new SharedArrayBuffer(8)) {
    this.buffer = buffer;
    this.#counts = new Int32Array(buffer);
  }

  /** Notes an interrupt, and returns its number. */
  ask(): number {
    return Atomics.add(this.#counts, 0, 1) + 1;
  }

  /** Takes up all interrupts so far. */
  hear(): void {
    Atomics.store(this.#counts, 1, Atomics.load(this.#counts, 0));
  }

  /** Whether the interrupt of this number, or any of the latest, has been taken up. */
  hasHeard(number = Atomics.load(this.#counts, 0)): boolean {
    return Atomics.load(this.#counts, 1) >= number;
  }
}

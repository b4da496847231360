/** Places in the memory that two threads share. */
const asked = 0;
const heard = 1;
const late = 2;
/** From here on: processes that run beside the main thread, 0 for none. */
const firstChild = 3;
const children = 61;

/** How much memory it takes, in bytes. */
export const sharedLength = 4 * (firstChild + children);

/**
 * Numbers that the session's main thread and its watchdog both see: how many interrupts have come in, how many of
 * them the main thread has taken up, which one it has not listened to for long, and the processes that do not block it.
 */
export class Shared {
  readonly buffer: SharedArrayBuffer | ArrayBuffer;
  readonly #numbers: Int32Array;

  constructor(buffer: SharedArrayBuffer | ArrayBuffer) {
    this.buffer = buffer;
    this.#numbers = new Int32Array(buffer);
  }

  /** Notes an interrupt, and returns its number. */
  ask(): number {
    return Atomics.add(this.#numbers, asked, 1) + 1;
  }

  /** Takes up all interrupts so far. */
  hear(): void {
    Atomics.store(this.#numbers, heard, Atomics.load(this.#numbers, asked));
  }

  /** Whether the interrupt of this number, or any of the latest, has been taken up. */
  hasHeard(number = Atomics.load(this.#numbers, asked)): boolean {
    return Atomics.load(this.#numbers, heard) >= number;
  }

  /** Notes that nobody listens to the interrupt of this number: whatever keeps the main thread busy is to end. */
  setLate(number: number): void {
    Atomics.store(this.#numbers, late, number);
  }

  /** Whether the latest interrupt has waited for long. */
  get isLate(): boolean {
    return !this.hasHeard() && Atomics.load(this.#numbers, late) > Atomics.load(this.#numbers, heard);
  }

  /** Whether the latest interrupt had waited for long when it was taken up. */
  get wasLate(): boolean {
    return Atomics.load(this.#numbers, late) === Atomics.load(this.#numbers, asked);
  }

  /** Notes a process that runs beside the main thread. More than there is room for are not known. */
  addChild(pid: number): void {
    for (let at = firstChild; at < firstChild + children; at++)
      if (Atomics.compareExchange(this.#numbers, at, 0, pid) === 0) return;
  }

  removeChild(pid: number): void {
    for (let at = firstChild; at < firstChild + children; at++)
      if (Atomics.compareExchange(this.#numbers, at, pid, 0) === pid) return;
  }

  hasChild(pid: number): boolean {
    return this.#numbers.includes(pid, firstChild);
  }
}

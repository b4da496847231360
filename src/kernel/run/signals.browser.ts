/** Tells libraries of interrupts; it knows whether anybody listens. */
class Interrupting extends EventTarget {
  readonly #listeners = new Set<unknown>();

  get some(): boolean {
    return this.#listeners.size > 0;
  }

  override addEventListener(...given: Parameters<EventTarget["addEventListener"]>): void {
    this.#listeners.add(given[1]);
    super.addEventListener(...given);
  }

  override removeEventListener(...given: Parameters<EventTarget["removeEventListener"]>): void {
    this.#listeners.delete(given[1]);
    super.removeEventListener(...given);
  }
}

const interrupting = new Interrupting();
Object.defineProperty(globalThis, Symbol.for("convlab.interrupt"), { value: interrupting });

/** There are no signals here. */
export function surviveSignals(): void {}

/** Whether anybody listens for interrupts. */
export function someListen(): boolean {
  return interrupting.some;
}

/** Tells those who listen for interrupts. */
export function tellListeners(): void {
  interrupting.dispatchEvent(new Event("interrupt"));
}

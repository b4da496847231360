/**
 * Works on one thing at a time. What comes meanwhile waits, the newest only: a hand is faster than a network, and nobody wants the
 * answers to all strokes before.
 */
export class Newest<Thing> {
  readonly #work: (thing: Thing) => Promise<void>;
  #waiting: { readonly thing: Thing } | undefined;
  #working = false;

  /** @param work never throws */
  constructor(work: (thing: Thing) => Promise<void>) {
    this.#work = work;
  }

  give(thing: Thing): void {
    this.#waiting = { thing };
    if (!this.#working) void this.#go();
  }

  async #go(): Promise<void> {
    this.#working = true;
    while (this.#waiting !== undefined) {
      const { thing } = this.#waiting;
      this.#waiting = undefined;
      await this.#work(thing);
    }
    this.#working = false;
  }
}

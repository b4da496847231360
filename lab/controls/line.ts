import type { Callbacks, Model } from "./model.js";

/** What may be wrong between page and kernel. */
export type Trouble = "none" | "busy" | "silent" | "gone";

/**
 * Milliseconds: between two messages, until a kernel that does not hear is told of, and until one is that has taken a message and says
 * nothing. It may still be computing: the process that hears is another than the one that takes messages.
 */
const times = { apart: 50, patience: 3000, silence: 5000 };

/**
 * Sends settings to the kernel, the newest when it has heard the one before. A kernel that has taken a message and says nothing for
 * long may know these controls no more; one that hears late is forgiven.
 */
export class Line {
  readonly #model: Pick<Model, "send">;
  readonly #tell: (trouble: Trouble) => void;
  readonly #own = Math.random().toString(36).slice(2);
  #count = 0;
  #next: readonly unknown[] | undefined;
  /** The setting that is on its way. */
  #sent: string | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isGone = false;

  constructor(model: Pick<Model, "send">, tell: (trouble: Trouble) => void) {
    this.#model = model;
    this.#tell = tell;
  }

  /** Whether something is on its way. */
  get isWaiting(): boolean {
    return this.#sent !== undefined || this.#next !== undefined;
  }

  /** The stamp of the newest setting that was sent. */
  get stamp(): string {
    return `${this.#own}:${this.#count}`;
  }

  send(values: readonly unknown[]): void {
    if (this.#isGone) return;
    this.#next = values;
    if (this.#sent === undefined) this.#sendSoon();
  }

  /** Takes what the kernel says. */
  receive(content: unknown): void {
    const { heard } = (content ?? {}) as { readonly heard?: unknown };
    if (heard === undefined || heard !== this.#sent || this.#isGone) return;
    this.#sent = undefined;
    this.#clear();
    this.#tell("none");
    if (this.#next !== undefined) this.#sendSoon();
  }

  /** The kernel has been restarted. */
  end(): void {
    this.#isGone = true;
    this.#clear();
    this.#tell("gone");
  }

  dispose(): void {
    this.#isGone = true;
    this.#clear();
  }

  #sendSoon(): void {
    const wait = this.#sentAt + times.apart - performance.now();
    if (wait <= 0) this.#sendNow();
    else {
      this.#clear();
      this.#timer = setTimeout(() => this.#sendNow(), wait);
    }
  }

  #sendNow(): void {
    const values = this.#next;
    if (values === undefined || this.#isGone) return;
    this.#next = undefined;
    this.#count += 1;
    this.#sent = this.stamp;
    this.#sentAt = performance.now();
    this.#clear();
    this.#timer = setTimeout(() => this.#tell("busy"), times.patience);
    this.#model.send({ values, stamp: this.#sent }, this.#watching(this.#sent));
  }

  #watching(stamp: string): Callbacks {
    const status: Callbacks["iopub"]["status"] = ({ content }) => {
      if (content.execution_state !== "idle") return;
      setTimeout(() => {
        if (this.#sent !== stamp || this.#isGone) return;
        this.#clear();
        this.#tell("silent");
      }, times.silence);
    };
    return { iopub: { status } };
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Runs requests one after the other, in the order they came. */
export class RequestQueue<Request> {
  readonly #run: (request: Request, aborted: boolean) => Promise<void>;
  #waiting: { readonly request: Request; aborted: boolean }[] = [];
  #running = false;
  #closed = false;

  /** `run` must not reject. */
  constructor(run: (request: Request, aborted: boolean) => Promise<void>) {
    this.#run = run;
  }

  push(request: Request): void {
    if (this.#closed) return;
    this.#waiting.push({ request, aborted: false });
    if (!this.#running) void this.#work();
  }

  /** Takes a request out that has not begun. Gives false where it has. */
  withdraw(request: Request): boolean {
    const at = this.#waiting.findIndex((item) => item.request === request);
    if (at < 0) return false;
    this.#waiting.splice(at, 1);
    return true;
  }

  /** Marks what waits now as aborted; its turn still comes, so that each request gets its answer. */
  abortWaiting(): void {
    for (const item of this.#waiting) item.aborted = true;
  }

  /** Forgets what waits and takes nothing more. */
  close(): void {
    this.#closed = true;
    this.#waiting = [];
  }

  async #work(): Promise<void> {
    this.#running = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      await this.#run(next.request, next.aborted);
    }
    this.#running = false;
  }
}

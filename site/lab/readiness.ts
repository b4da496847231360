/** How far the kernel of each notebook is, in words for the reader; undefined: ready, nothing to say. */
export class Readiness {
  readonly #texts = new Map<string, string | undefined>();
  readonly #watchers = new Map<string, Set<(text: string | undefined) => void>>();

  /** A kernel was made for a notebook. */
  readonly started = (notebook: string, ready: Promise<void>): void => {
    this.#say(notebook, gettingReady);
    ready.then(
      () => this.#say(notebook, undefined),
      (error: unknown) => this.#say(notebook, failed(error)),
    );
  };

  /** Hears what there is to say of a notebook's kernel, now and whenever it changes; returns the way to stop. */
  watch(notebook: string, hear: (text: string | undefined) => void): () => void {
    const watchers = this.#watchers.get(notebook) ?? new Set();
    this.#watchers.set(notebook, watchers.add(hear));
    hear(this.#texts.has(notebook) ? this.#texts.get(notebook) : gettingReady);
    return () => watchers.delete(hear);
  }

  #say(notebook: string, text: string | undefined): void {
    this.#texts.set(notebook, text);
    for (const hear of this.#watchers.get(notebook) ?? []) hear(text);
  }
}

const gettingReady =
  "The kernel is getting ready (about 5 s). You can read meanwhile; cells you run now wait for it.";

function failed(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const why = reason.replace(/^The kernel could not start: /, "").replace(/\.$/, "");
  return `The kernel could not start: ${why}. Check the connection and reload this page; your work is kept.`;
}

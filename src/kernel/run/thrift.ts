import { createRequire } from "node:module";
import { clearOwnTimeout, ownTimeout } from "./own.js";

/** How long nothing may have been asked before what cells have left behind is collected, in milliseconds. */
const pauseAfterCell = 2_000;
/** How much more the process must hold than after the last collection, in bytes: less is not worth the work. */
const worthwhile = 16 * 2 ** 20;

/** Gives memory back in quiet moments, of a process among many on one machine. */
export class Thrift {
  readonly #quiet: number;
  readonly #release: () => void;
  #running = 0;
  #timers: NodeJS.Timeout[] = [];
  /** What the process held after the last collection. */
  #held = 0;

  /** After `seconds` in which nothing was asked, `release` is called. */
  constructor(seconds: number, release: () => void) {
    this.#quiet = 1_000 * seconds;
    this.#release = release;
    this.#wait();
  }

  /** Something is asked: a cell begins, or a question is answered at once. */
  asked(isCell: boolean): void {
    if (isCell) this.#running++;
    this.#wait();
  }

  /** A cell has ended. */
  ended(): void {
    this.#running--;
    this.#wait();
  }

  #wait(): void {
    for (const timer of this.#timers) clearOwnTimeout(timer);
    if (this.#running > 0) return;
    const after = (milliseconds: number, act: () => void): NodeJS.Timeout =>
      ownTimeout(act, milliseconds).unref();
    const tidy = (): void => {
      if (process.memoryUsage.rss() > this.#held + worthwhile) void this.#collect();
    };
    const give = (): void => {
      this.#release();
      void this.#collect();
    };
    this.#timers = [after(pauseAfterCell, tidy), after(this.#quiet, give)];
  }

  async #collect(): Promise<void> {
    await collectGarbage();
    trim();
    this.#held = process.memoryUsage.rss();
  }
}

/** Has V8 collect all it can, as when memory is short. It can be asked for by its inspector alone. */
async function collectGarbage(): Promise<void> {
  const { Session } = await import("node:inspector");
  const session = new Session();
  session.connect();
  await new Promise<void>((resolve) => session.post("HeapProfiler.collectGarbage", () => resolve()));
  session.disconnect();
}

/** Gives back what TensorFlow's numbers have left, once TensorFlow is there: set-up's addon can. */
function trim(): void {
  const { cache } = createRequire(import.meta.url);
  const path = Object.keys(cache).find((each) => /[\\/]napi-v8[\\/]quiet\.node$/.test(each));
  const addon = (path === undefined ? undefined : cache[path]?.exports) as { trim?: () => void } | undefined;
  addon?.trim?.();
}

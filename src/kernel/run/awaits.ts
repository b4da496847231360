import { types } from "./inspection.js";
import { OwnPromise, subscribe } from "./own.js";
import { resumption, turnNumber } from "./turns.js";

/** An `await` that stands and waits. */
interface Standing {
  readonly reject: (error: Error) => void;
  /** Where calls led from one to the next without a pause: the innermost came first then. */
  readonly job: number;
  /** Whether it began when the cell had been stopped: to tidy up. */
  readonly tidies: boolean;
}

const { isPromise } = types;

/** The awaits that stand in the name of one run. */
export class Awaits {
  readonly #standing = new Set<Standing>();

  get some(): boolean {
    return this.#standing.size > 0;
  }

  /** Whether something that has met the stop awaits to tidy up. */
  get tidying(): boolean {
    for (const { tidies } of this.#standing) if (tidies) return true;
    return false;
  }

  /** What an `await` waits for: a value, or that its waiting is ended. `note` hears first why there is no value. */
  add(
    value: PromiseLike<unknown>,
    tidies: boolean,
    note: (error: unknown) => void = nothing,
  ): Promise<unknown> {
    return new OwnPromise((resolve, reject) => {
      const resume = resumption();
      const end = (error: unknown): void => {
        note(error);
        resume();
        reject(error);
      };
      const standing = { reject: end, job: turnNumber(), tidies };
      this.#standing.add(standing);
      const done = (result: unknown): void => {
        this.#standing.delete(standing);
        resume();
        resolve(result);
      };
      const failed = (error: unknown): void => {
        this.#standing.delete(standing);
        end(error);
      };
      // As `await` does it: a promise's own way, whatever a cell has made of `then`.
      if (isPromise(value) && value.constructor === OwnPromise) subscribe(value, done, failed);
      else value.then(done, failed);
    });
  }

  /** Ends the waiting of one of those that stand now, with what `error` gives; the next step, of another. Innermost first. */
  *ending(error: () => Error): Generator<void> {
    for (const standing of innermostFirst([...this.#standing])) {
      if (!this.#standing.delete(standing)) continue;
      standing.reject(error());
      yield;
    }
  }

  /** Ends the waiting of all that stand. */
  end(error: () => Error): void {
    for (const _ of this.ending(error));
  }
}

/** The latest first; of those that began in one go, the earliest. */
function innermostFirst(standing: readonly Standing[]): Standing[] {
  const jobs: Standing[][] = [];
  for (const each of standing) {
    const last = jobs.at(-1);
    if (last?.[0]?.job === each.job) last.push(each);
    else jobs.push([each]);
  }
  return jobs.reverse().flat();
}

/** Whether `await` waits for a value. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === "object" && value !== null) || typeof value === "function") &&
    typeof (value as { then?: unknown }).then === "function"
  );
}

/** Takes the failure of a promise that was to be awaited: nobody else is there to hear of it. */
export function leave(value: unknown): void {
  if (isPromise(value)) void subscribe(value, nothing, nothing);
}

function nothing(): void {}

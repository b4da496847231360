// Node's own, taken before any cell runs: a cell may replace the globals, and what belongs to cells takes their place.
export const {
  setTimeout: ownTimeout,
  clearTimeout: clearOwnTimeout,
  setImmediate: ownImmediate,
  clearImmediate: clearOwnImmediate,
  Promise: OwnPromise,
} = globalThis;

/** The time in milliseconds since the process began. */
export const now: () => number = performance.now.bind(performance);

/** The next turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new OwnPromise((resolve) => {
    ownImmediate(() => resolve());
  });
}

/** Resolves after this many milliseconds; it does not keep the process alive. */
export function pause(milliseconds: number): Promise<void> {
  return new OwnPromise((resolve) => {
    ownTimeout(() => resolve(), milliseconds).unref();
  });
}

/** `promise.then(done, failed)`. */
export const subscribe = Function.prototype.call.bind(Promise.prototype.then) as (
  promise: Promise<unknown>,
  done: (result: unknown) => void,
  failed: (error: unknown) => void,
) => Promise<void>;

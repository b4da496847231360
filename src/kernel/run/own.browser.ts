// The worker's own, taken before any cell runs: a cell may replace the globals, and what belongs to cells takes their
// place.
import type * as own from "./own.js";

export const OwnPromise = Promise;
const start = setTimeout.bind(globalThis);
const end = clearTimeout.bind(globalThis);
export const ownTimeout = start as typeof own.ownTimeout;
export const clearOwnTimeout = end as typeof own.clearOwnTimeout;

const waiting = new Map<number, () => void>();
const { port1: hears, port2: tells } = new MessageChannel();
const tell = tells.postMessage.bind(tells);
let count = 0;
(hears as unknown as { onmessage: unknown }).onmessage = ({ data }: { data: number }) => {
  const work = waiting.get(data);
  waiting.delete(data);
  work?.();
};

export const ownImmediate = ((work: () => void) => {
  waiting.set(++count, work);
  tell(count);
  return count;
}) as unknown as typeof own.ownImmediate;

export const clearOwnImmediate = ((immediate: number) => {
  waiting.delete(immediate);
}) as unknown as typeof own.clearOwnImmediate;

/** The time in milliseconds since the worker began. */
export const now: () => number = performance.now.bind(performance);

/** The next turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new OwnPromise((resolve) => {
    ownImmediate(() => resolve());
  });
}

/** Resolves after this many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new OwnPromise((resolve) => {
    start(() => resolve(), milliseconds);
  });
}

/** `promise.then(done, failed)`. */
export const subscribe = Function.prototype.call.bind(Promise.prototype.then) as typeof own.subscribe;

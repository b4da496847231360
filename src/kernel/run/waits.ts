import { now } from "./own.js";

/** How long the thread waits between two looks whether it is to stop, in milliseconds. */
const slice = 50;

/** Makes `Atomics.wait`, which blocks the thread, look now and then whether the cell is to stop: `look` throws then. */
export function stoppableWaits(look: () => void): void {
  const { wait } = Atomics;
  const stoppable = (
    array: Int32Array,
    index: number,
    value: number,
    timeout?: number,
  ): ReturnType<typeof wait> => {
    const given = timeout === undefined ? Number.POSITIVE_INFINITY : Number(timeout);
    const end = now() + (Number.isNaN(given) ? Number.POSITIVE_INFINITY : Math.max(0, given));
    for (let first = true; ; first = false) {
      const result = wait(array, index, value, Math.max(0, Math.min(slice, end - now())));
      // Between two slices nobody listens: a value that is another one now was changed by the one who wakes us.
      if (result === "not-equal") return first ? result : "ok";
      if (result === "ok" || now() >= end) return result;
      look();
    }
  };
  Object.defineProperty(Atomics, "wait", { value: stoppable, writable: true, configurable: true });
}

import { Interrupted } from "./run.js";

type Checkpoint = (value: unknown) => unknown;

/** What `for await` of a cell runs over: `values`, each step of it awaited through `checkpoint`. */
export function iterate(values: unknown, checkpoint: Checkpoint): AsyncIterable<unknown> {
  const source = values as Partial<AsyncIterable<unknown> & Iterable<unknown>> | null | undefined;
  const iterator = source?.[Symbol.asyncIterator]?.();
  if (iterator !== undefined) return stoppable(iterator, checkpoint);
  if (typeof source?.[Symbol.iterator] !== "function")
    throw new TypeError(`Cannot iterate over ${String(values)}. Give for await a list or a stream.`);
  return eachOf(source as Iterable<unknown>, checkpoint);
}

async function* eachOf(values: Iterable<unknown>, checkpoint: Checkpoint): AsyncGenerator<unknown> {
  for (const value of values) yield await checkpoint(value);
}

function stoppable(iterator: AsyncIterator<unknown>, checkpoint: Checkpoint): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        try {
          return (await checkpoint(iterator.next())) as IteratorResult<unknown>;
        } catch (error) {
          // It may be in the middle of a step that never ends: nobody waits for its end.
          if (error instanceof Interrupted) void iterator.return?.()?.then(undefined, () => {});
          throw error;
        }
      },
      return: async (value) => (await iterator.return?.(value)) ?? { done: true, value },
    }),
  };
}

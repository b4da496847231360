import { createRequire } from "node:module";

/** How stock tslab sends an output: a message's content, and whether it replaces another. */
export type TslabWriter = (content: object, update: boolean) => void;

interface TslabModule {
  readonly lastWriteDisplayData?: TslabWriter | null;
}

/** What writes outputs of the stock tslab kernel, if this program runs in it. Only if it is loaded already: an ordinary program must not load a kernel. */
export function runningTslab(): TslabWriter | undefined {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file)) continue;
    const write = (cache[file]?.exports as TslabModule | undefined)?.lastWriteDisplayData;
    if (write) return write;
  }
  return undefined;
}

import type { TslabWriter } from "./runningTslab.js";

/** The twin of `runningTslab.ts` in a browser, where there is no stock tslab. */
export function runningTslab(): TslabWriter | undefined {
  return undefined;
}

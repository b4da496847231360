import type { Terminal } from "./terminal.js";

/** The twin of `terminal.ts` in a browser, which has none. */
export function terminal(): Terminal | undefined {
  return undefined;
}

import { attempt } from "./result.js";

/** An `await` of a cell, by what stacks call the cell and its offset there. */
interface Await {
  readonly file: string;
  readonly at: number;
}

/** An error that is handed round and round is awaited at more places than anybody reads. */
const most = 50;

const awaits = new WeakMap<object, Await[]>();

/**
 * Keeps where a cell awaited what failed, the innermost first. Engines do not tell: an error that comes out of a library
 * later on, or out of the system, has no place of the cell in its stack.
 */
export function noteAwait(error: unknown, file: string, at: number | undefined): void {
  if (typeof error !== "object" || error === null || at === undefined) return;
  const known = awaits.get(error) ?? [];
  if (known.length < most && !known.some((each) => each.file === file && each.at === at))
    known.push({ file, at });
  awaits.set(error, known);
}

/** Where cells awaited what failed with this error. */
export function awaitsOf(error: object): readonly Await[] {
  return attempt(() => awaits.get(error)) ?? [];
}

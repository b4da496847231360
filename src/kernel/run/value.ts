import { types } from "./inspection.js";
import { attempt } from "./result.js";

/** What the code of a cell returns: the value of its last expression in a list of one. */
export type Returned = readonly [unknown] | undefined;

/** The value of a cell. In an object of its own: a value that answers everything must not be taken for a promise. */
export interface Result {
  readonly value: unknown;
}

/**
 * The value of what a cell returned. A promise as the value is awaited, so that the cell ends when its work does; `note`
 * hears first why it has no value.
 */
export async function resultOf(
  returned: Returned | Promise<Returned>,
  note: (error: unknown) => void,
): Promise<Result> {
  const box = types.isPromise(returned) ? ((await returned) as Returned) : returned;
  const value = box?.[0];
  if (!mayBeAwaited(value)) return { value };
  try {
    return { value: await value };
  } catch (error) {
    note(error);
    throw error;
  }
}

/** Proxies may have any member one asks for, and call nobody back. */
function mayBeAwaited(value: unknown): boolean {
  if (types.isPromise(value)) return true;
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return false;
  return !types.isProxy(value) && typeof attempt(() => (value as { then?: unknown }).then) === "function";
}

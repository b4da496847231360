import { isPlain } from "../answers/named.js";
import { isList } from "../answers/values.js";

/** What a function made of one input. */
export interface Trial {
  readonly result?: unknown;
  /** What it threw instead. */
  readonly thrown?: { readonly reason: string };
  /** The place of an argument that was changed on the way. */
  readonly changed?: number;
}

/**
 * Tries a function on every input, each time on copies of its own, and on the first input once more at the end: something
 * that is kept from call to call then shows. A promise where the function returns promises.
 */
export function trialsOf(
  answer: (...input: unknown[]) => unknown,
  inputs: readonly (readonly unknown[])[],
): readonly Trial[] | Promise<readonly Trial[]> {
  const calls = [...inputs, ...inputs.slice(0, 1)].map((input) => call(answer, input));
  return calls.some((each) => each instanceof Promise) ? Promise.all(calls) : (calls as Trial[]);
}

function call(answer: (...input: unknown[]) => unknown, input: readonly unknown[]): Trial | Promise<Trial> {
  const own = copyOf(input) as unknown[];
  const done = (result: unknown): Trial => {
    const changed = own.findIndex((value, at) => !sameContent(value, input[at]));
    return changed < 0 ? { result } : { result, changed };
  };
  try {
    const result = answer(...own);
    return isPromise(result) ? Promise.resolve(result).then(done, failed) : done(result);
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Trial {
  return { thrown: { reason: reasonOf(error) } };
}

/** What was thrown, in words. */
export function reasonOf(error: unknown): string {
  const message = (error as Partial<Error> | undefined | null)?.message;
  return typeof message === "string" ? message : String(error);
}

/** Whether a value can be awaited. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (isPlain(value))
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field)]));
  return value;
}

function sameContent(a: unknown, b: unknown): boolean {
  if (isList(a) && isList(b)) {
    const [one, two] = [a, b].map((list) => Array.from(list as Iterable<unknown>)) as [unknown[], unknown[]];
    return one.length === two.length && one.every((entry, at) => sameContent(entry, two[at]));
  }
  if (isPlain(a) && isPlain(b)) {
    const names = Object.keys(a);
    return String(names) === String(Object.keys(b)) && names.every((name) => sameContent(a[name], b[name]));
  }
  return Object.is(a, b);
}

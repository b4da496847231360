import { attempt } from "./result.js";

/** What the code of a cell calls imported values, and what its reader does: `__m[0].join` is `join`. */
const imported = new Map<string, ReadonlyMap<string, string>>();

/** Keeps the names that a cell's reader has for imported values; `file` is what stacks call the cell. */
export function noteNames(file: string, names: ReadonlyMap<string, string>): void {
  if (names.size > 0) imported.set(file, names);
  for (const oldest of imported.keys()) {
    if (imported.size <= 2000) break;
    imported.delete(oldest);
  }
}

/** Names that no reader wrote. */
const quoted = /__\d*(?:scope\.|m\[|l_)/;

/** A message of V8 quotes the code that it runs; here it says what the reader wrote. `file` is the cell it comes from. */
export function readable(message: string, file: string | undefined): string {
  if (!quoted.test(message)) return message;
  const names = imported.get(file ?? "") ?? new Map<string, string>();
  return message
    .replace(/\(0 , (__\d*(?:scope\.[\p{L}\p{N}_$]+|m\[\d+\](?:\.[\p{L}\p{N}_$]+)?))\)/gu, "$1")
    .replace(/__\d*scope\.|__\d*l_/g, "")
    .replace(/__\d*(m\[\d+\])(\.[\p{L}\p{N}_$]+)?/gu, (_, module: string, member = "") => {
      const whole = names.get(`__${module}${member}`);
      return whole ?? `${names.get(`__${module}`) ?? ""}${member}`.replace(/^\./, "");
    });
}

/**
 * Makes the message of an error one in the reader's words, where V8 quoted the code of a cell. Who knows no `file` need
 * give none: what makes the stack finds it there.
 */
export function mendMessage(error: unknown, file?: string): void {
  attempt(() => {
    const { message } = error as Error;
    if (typeof message !== "string" || !quoted.test(message)) return;
    if (file === undefined && (error as Error).stack === undefined) return;
    const mended = readable((error as Error).message, file);
    if (mended !== (error as Error).message) Object.defineProperty(error, "message", { value: mended });
  });
}

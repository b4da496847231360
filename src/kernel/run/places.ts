import { quoteOf } from "../compile/error.js";
import type { Position } from "../compile/types.js";
import type { Located } from "./located.js";

/** A place in a text, with its line and a mark under it. */
export function placeIn(name: string, source: string, { line, column }: Position): Located {
  const text = source.split("\n")[line - 1] ?? "";
  return { place: `${name}:${line}:${column}`, quote: quoteOf(text, column, "^") };
}

/** A call of an earlier cell's function is found at its bracket; readers look for its name. */
export function beginningOf(source: string, { line, column }: Position): Position {
  const text = (source.split("\n")[line - 1] ?? "").slice(0, column);
  const name = /[\p{L}\p{N}_$]+(?=\($)/u.exec(text);
  return name === null ? { line, column } : { line, column: name.index + 1 };
}

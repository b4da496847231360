import type { Located } from "./located.js";

/** The place of a frame that is in no cell: none that a reader could look at. */
export function filePlace(_url: string, _line: number, _column: number): Located | undefined {
  return undefined;
}

import { SourceMap } from "node:module";
import type { EditedText } from "./edits.js";
import { positionOf } from "./error.js";
import type { Transform } from "./transform.js";
import type { Position } from "./types.js";

interface Emitted {
  readonly code: string;
  locate(line: number, column: number): Position | undefined;
}

/**
 * Makes an edited cell JavaScript by `transform` and puts `prologue`, one line, before it. `toCell` gives offsets in
 * `source`.
 */
export function emit(
  edited: EditedText,
  transform: Transform,
  isAsync: boolean,
  prologue: string,
  source: string,
  toCell: (offset: number) => number,
): Emitted {
  const output = transform(edited.text, isAsync);
  let map: SourceMap | undefined;
  return {
    code: `${prologue}\n${output.code}`,
    locate(line, column) {
      if (line < 2) return undefined;
      // Lines of the map begin at 0, and the prologue is no part of it.
      const place = { originalLine: line - 2, originalColumn: column - 1 };
      if (output.map !== undefined) map ??= new SourceMap(output.map());
      const found = map?.findEntry(place.originalLine, place.originalColumn) ?? place;
      if (!("originalLine" in found)) return undefined;
      const entry = found as typeof place;
      const margin = entry.originalLine === 0 ? output.margin : 0;
      const offset = offsetOf(edited.text, entry.originalLine, Math.max(0, entry.originalColumn - margin));
      return positionOf(source, toCell(edited.original(offset)));
    },
  };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 0; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  return start + column;
}

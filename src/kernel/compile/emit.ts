import type { EditedText } from "./edits.js";
import { positionOf } from "./error.js";
import { originalsOf } from "./sourceMap.js";
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
  let originals: ReturnType<typeof originalsOf> | undefined;
  /** Line and column of what was transformed, from 0; those of the map begin there too. */
  const placeOf = (line: number, column: number): { line: number; column: number } | undefined => {
    if (output.map === undefined) return { line, column };
    originals ??= originalsOf(output.map());
    return originals(line, column);
  };
  return {
    code: `${prologue}\n${output.code}`,
    locate(line, column) {
      // The prologue is no part of the map.
      const place = line < 2 ? undefined : placeOf(line - 2, column - 1);
      if (place === undefined) return undefined;
      const margin = place.line === 0 ? output.margin : 0;
      const offset = offsetOf(edited.text, place.line, Math.max(0, place.column - margin));
      return positionOf(source, toCell(edited.original(offset)));
    },
  };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 0; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  return start + column;
}

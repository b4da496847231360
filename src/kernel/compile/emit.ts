import type { EditedText } from "./edits.js";
import { positionOf } from "./error.js";
import { originalsOf } from "./sourceMap.js";
import type { Transform } from "./transform.js";
import type { Position } from "./types.js";

interface Emitted {
  readonly code: string;
  locate(line: number, column: number): Position | undefined;
  isOwn(line: number, column: number): boolean;
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
  /** The offset in what was transformed; the prologue is no part of it. */
  const offsetAt = (line: number, column: number): number | undefined => {
    const place = line < 2 ? undefined : placeOf(line - 2, column - 1);
    if (place === undefined) return undefined;
    const margin = place.line === 0 ? output.margin : 0;
    return offsetOf(edited.text, place.line, Math.max(0, place.column - margin));
  };
  return {
    code: `${prologue}\n${output.code}`,
    locate(line, column) {
      const offset = offsetAt(line, column);
      return offset === undefined ? undefined : positionOf(source, toCell(edited.original(offset)));
    },
    isOwn(line, column) {
      const offset = offsetAt(line, column);
      if (offset === undefined || offset >= edited.text.length) return false;
      // The expression that a cell ends with is returned.
      return !edited.isAdded(offset) || edited.text.startsWith("return ", offset);
    },
  };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 0; passed < line; passed++) start = text.indexOf("\n", start) + 1;
  return start + column;
}

import type { SourceMapPayload } from "node:module";
import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";

/** Finds where a place stands in what was compiled; lines and columns begin at 0. */
export function originalsOf(
  payload: SourceMapPayload,
): (line: number, column: number) => { line: number; column: number } | undefined {
  const { version: _, ...rest } = payload;
  const lines = decodedMappings(new TraceMap({ ...rest, version: 3 }));
  return (line, column) => {
    // The last mapping at or before the place, on an earlier line where its own has none.
    for (let at = Math.min(line, lines.length - 1); at >= 0; at--) {
      const found = lines[at]?.findLast(([start]) => at < line || start <= column);
      if (found === undefined) continue;
      const [, , originalLine, originalColumn] = found;
      return originalLine === undefined || originalColumn === undefined
        ? undefined
        : { line: originalLine, column: originalColumn };
    }
    return undefined;
  };
}

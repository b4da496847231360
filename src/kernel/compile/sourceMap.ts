import { SourceMap, type SourceMapPayload } from "node:module";

/** Finds where a place stands in what was compiled; lines and columns begin at 0. */
export function originalsOf(
  payload: SourceMapPayload,
): (line: number, column: number) => { line: number; column: number } | undefined {
  const map = new SourceMap(payload);
  return (line, column) => {
    const entry = map.findEntry(line, column);
    return "originalLine" in entry ? { line: entry.originalLine, column: entry.originalColumn } : undefined;
  };
}

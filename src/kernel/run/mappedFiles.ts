import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Position } from "../compile/types.js";

interface Place extends Position {
  readonly file: string;
}

/** Maps of files by path; undefined where there is none. */
const maps = new Map<string, SourceMap | undefined>();

/** Gives the map of a file that was compiled in memory. */
export function addSourceMap(file: string, json: string): void {
  maps.set(file, new SourceMap(JSON.parse(json)));
}

/** Where a place in a compiled file stands in what it was compiled from. */
export function placeOf(file: string, line: number, column: number): Place {
  const map = mapOf(file);
  const entry = map?.findEntry(line - 1, column - 1);
  if (entry === undefined || !("originalLine" in entry)) return { file, line, column };
  const source = entry.originalSource;
  const url = source.startsWith("file:") ? source : pathToFileURL(resolve(dirname(file), source)).href;
  return { file: fileURLToPath(url), line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** The map beside a compiled file; packages of others keep theirs. */
function mapOf(file: string): SourceMap | undefined {
  if (maps.has(file)) return maps.get(file);
  let map: SourceMap | undefined;
  if (!file.includes(`${sep}node_modules${sep}`)) {
    try {
      map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
    } catch {
      map = undefined;
    }
  }
  maps.set(file, map);
  return map;
}

import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Position } from "../compile/types.js";

/** A place as the reader knows it. */
export interface Located {
  /** `Cell [3]:2:9`, or a file with line and column. */
  readonly place: string;
  /** The line itself, and a mark under the column. */
  readonly quote?: string;
}

/** What a traceback needs to know of cells. */
export interface Cells {
  /** Where a place in the JavaScript of a cell stands in what the reader wrote. */
  locate(file: string, line: number, column: number): Located | undefined;
}

const kernelFolder = fileURLToPath(new URL("..", import.meta.url));

/** One line of a stack, in the reader's terms; undefined for frames of the kernel and of Node itself. */
export function locateFrame(frame: string, cells: Cells): (Located & { readonly name: string }) | undefined {
  const match = /^\s+at (?:(.*?) \()?(?:async )?((?:file:\/\/)?[^()]*?):(\d+):(\d+)\)?$/.exec(frame);
  if (match === null) return undefined;
  const [, rawName = "", url = "", lineText = "", columnText = ""] = match;
  if (url.startsWith("node:")) return undefined;
  const line = Number(lineText);
  const column = Number(columnText);
  const name = rawName.replace(/^(async )?(Object\.)?(__cell|<anonymous>)$/, "$1").trim();
  const cell = cells.locate(url, line, column);
  if (cell !== undefined) return { name, ...cell };
  const file = url.startsWith("file://") ? fileURLToPath(url) : url;
  if (file.startsWith(kernelFolder)) return undefined;
  const mapped = placeOf(file, line, column);
  return { name, place: `${short(mapped.file)}:${mapped.line}:${mapped.column}` };
}

/** Where the notebook lies: a cell may go elsewhere, or into a folder that is gone. */
const folder = process.cwd();

/** Relative to the notebook's folder where that is shorter. */
function short(file: string): string {
  const near = relative(folder, file);
  return near.length < file.length ? near : file;
}

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

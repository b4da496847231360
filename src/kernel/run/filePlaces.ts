import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { placeOf } from "./mappedFiles.js";

const kernelFolder = fileURLToPath(new URL("..", import.meta.url));

/** The place of a frame that is in no cell, as the reader knows it; undefined in the kernel and in Node itself. */
export function filePlace(url: string, line: number, column: number): string | undefined {
  if (url.startsWith("node:")) return undefined;
  const file = url.startsWith("file://") ? fileURLToPath(url) : url;
  if (file.startsWith(kernelFolder)) return undefined;
  const mapped = placeOf(file, line, column);
  return `${short(mapped.file)}:${mapped.line}:${mapped.column}`;
}

/** Where the notebook lies: a cell may go elsewhere, or into a folder that is gone. */
const folder = process.cwd();

/** Relative to the notebook's folder where that is shorter. */
function short(file: string): string {
  const near = relative(folder, file);
  return near.length < file.length ? near : file;
}

import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ownFolder } from "../ownPackage.js";
import type { Located } from "./located.js";
import { placeOf } from "./mappedFiles.js";

const kernelFolder = fileURLToPath(new URL("..", import.meta.url));

/** The place of a frame that is in no cell, as the reader knows it; undefined in the kernel and in Node itself. */
export function filePlace(url: string, line: number, column: number): Located | undefined {
  if (url.startsWith("node:")) return undefined;
  const file = url.startsWith("file://") ? fileURLToPath(url) : url;
  if (file.startsWith(kernelFolder)) return undefined;
  const mapped = placeOf(file, line, column);
  const place = `${short(mapped.file)}:${mapped.line}:${mapped.column}`;
  const library = libraryOf(file);
  return library === undefined ? { place } : { place, library };
}

const ownCode = join(ownFolder, "dist") + sep;

/** The package that a file belongs to, if it is none of the reader's. */
function libraryOf(file: string): string | undefined {
  if (file.startsWith(ownCode)) return "convlab";
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file.replaceAll(sep, "/"))?.[1];
}

/** Where the notebook lies: a cell may go elsewhere, or into a folder that is gone. */
const folder = process.cwd();

/** Relative to the notebook's folder where that is shorter. */
function short(file: string): string {
  const near = relative(folder, file);
  return near.length < file.length ? near : file;
}

import { readFileSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { ownFolder } from "../ownPackage.js";

/** The fields of a package.json that say what is loaded. */
export interface Manifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly type?: unknown;
  readonly main?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

/** The package.json of a folder, if it has one. @throws {SyntaxError} if it is no JSON */
export function manifestOf(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  if (!isFile(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch (error) {
    throw new SyntaxError(`Cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The folder of the package that a folder belongs to. */
export function scopeOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (at.endsWith("/node_modules")) return undefined;
    if (isFile(join(at, "package.json"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Whether a file belongs to an installed package. */
export function isInstalled(file: string): boolean {
  return file.includes("/node_modules/");
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether a file is of this package as it was built: Node loads it, once. */
export function isBuilt(file: string): boolean {
  return file.startsWith(join(ownFolder, "dist") + sep);
}

import { dirname, join } from "node:path";
import { readFileSync, statSync } from "../disk.js";
import { lookupFolder } from "../ownPackage.js";

/** A folder and those above it. */
export function* foldersAbove(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* foldersAbove(parent);
}

/** The folder where an import in `folder` finds a package. */
export function packageFolder(name: string, folder: string): string | undefined {
  const start = lookupFolder(name, folder);
  // The kernel's own package is that folder itself.
  if (start !== folder && readPackage(start)?.name === name) return start;
  for (const each of foldersAbove(start)) {
    const found = join(each, "node_modules", name);
    if (statSync(found, { throwIfNoEntry: false })?.isDirectory()) return found;
  }
  return undefined;
}

/** What a `package.json` may say that is of use here. */
export interface Described {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly description?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

/** The `package.json` of a folder; undefined where there is none that can be read. */
export function readPackage(folder: string): Described | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof found === "object" && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

import { join } from "node:path";
import { isFile, isFolder, isInstalled, manifestOf } from "./manifest.js";

/** Whether a name is a path. */
export function isPath(specifier: string): boolean {
  return /^(\.{1,2}(\/|$)|\/)/.test(specifier);
}

const typed = ["ts", "tsx", "mts", "cts"];
/** In the order of the check. */
const endings = [...typed, "js", "jsx", "mjs", "cjs", "json", "node", "d.ts", "d.mts", "d.cts"];

/** The file that a path without or with its ending stands for, in the order in which the check looks. */
export function fileAt(path: string): string | undefined {
  // What is written as `x.js` may be `x.ts` still.
  const [, stem, kind] = /^(.*)\.([mc]?)jsx?$/.exec(path) ?? [];
  if (stem !== undefined) {
    const sources = kind === "" ? [`${stem}.ts`, `${stem}.tsx`] : [`${stem}.${kind}ts`];
    const source = isInstalled(path) ? undefined : sources.find(isFile);
    if (source !== undefined) return source;
  }
  if (isFile(path)) return path;
  const file = endings.map((ending) => `${path}.${ending}`).find(isFile);
  return file ?? (isFolder(path) ? mainOf(path) : undefined);
}

/** The file that a folder stands for, whatever its `exports` say. */
export function mainOf(folder: string): string | undefined {
  const { main } = manifestOf(folder) ?? {};
  if (typeof main === "string") {
    const path = join(folder, main);
    const file = path === join(folder) ? undefined : fileAt(path);
    if (file !== undefined) return file;
  }
  return endings.map((ending) => join(folder, `index.${ending}`)).find(isFile);
}

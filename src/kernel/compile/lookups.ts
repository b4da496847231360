// What decides where a name leads, so that a change of it is seen.
import { dirname, join } from "node:path";
import type { Files } from "./files.js";
import type ts from "./typescript.cjs";

/** A path of an own file, and what decides where it leads. */
export interface OwnPath {
  readonly folder: string;
  readonly file: string | undefined;
  /** Files that would come before `file`, if they were there. */
  readonly missing: readonly string[];
}

export type Found = ts.ResolvedModuleWithFailedLookupLocations;

/** Files that TypeScript looked for in vain, which its types do not say. */
export function failedOf(result: Found, path: string): string[] {
  const { failedLookupLocations = [] } = result as { failedLookupLocations?: readonly string[] };
  return failedLookupLocations.filter((each) => each.startsWith(path.replace(/\.[mc]?jsx?$/, "")));
}

/** Every package.json that TypeScript read for it, which its types do not say either. */
export function affecting(result: Found): readonly string[] {
  return (result as { affectingLocations?: readonly string[] }).affectingLocations ?? [];
}

export function hasMoved({ file, missing }: OwnPath, files: Files, changed: ReadonlySet<string>): boolean {
  const looked = file === undefined || (files.holds(file) && !changed.has(file));
  return (!looked && !files.exists(file)) || missing.some((path) => files.exists(path));
}

/** The folders and files that decide where the name of a package leads, for somebody in `folder`. */
export function deciding(specifier: string, folder: string, file: string | undefined): string[] {
  const parts = specifier.split("/");
  const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const paths: string[] = [];
  for (const at of above(folder)) {
    const modules = join(at, "node_modules");
    const home = join(modules, name);
    paths.push(modules, join(home, "package.json"), join(at, "package.json"));
    if (specifier.startsWith("@")) paths.push(join(modules, parts[0] ?? ""));
    if (file?.startsWith(`${home}/`)) break;
  }
  const home = packageHome(file ?? "");
  return home === undefined ? paths : [...paths, join(home, "package.json")];
}

/** A folder and all above it. */
export function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

/** The folder in `node_modules` that a file belongs to: a package.json inside a package is not the package's own. */
export function packageHome(file: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

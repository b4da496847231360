import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Modules } from "./modules.js";

/** `import.meta` of the cells of a notebook. */
export function metaOf(file: string, modules: Pick<Modules, "resolve">): object {
  return {
    url: pathToFileURL(file).href,
    filename: file,
    dirname: dirname(file),
    resolve: (specifier: string) => modules.resolve(specifier),
  };
}

/** The names that cells have as CommonJS modules do. */
export function localsOf(file: string, require: NodeJS.Require): Readonly<Record<string, unknown>> {
  return { require, module: { exports: {} }, exports: {}, __dirname: dirname(file), __filename: file };
}

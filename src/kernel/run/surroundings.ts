import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

/** `import.meta` of the cells of a notebook. */
export function metaOf(file: string, require: NodeJS.Require): object {
  return {
    url: pathToFileURL(file).href,
    filename: file,
    dirname: dirname(file),
    resolve: (specifier: string) => pathToFileURL(require.resolve(specifier)).href,
  };
}

/** The names that cells have as CommonJS modules do. */
export function localsOf(file: string, require: NodeJS.Require): Readonly<Record<string, unknown>> {
  return { require, module: { exports: {} }, exports: {}, __dirname: dirname(file), __filename: file };
}

import { refusal } from "../compile/refusals.js";
import type { Modules } from "./modules.js";
import { notebookFile } from "./notebookFile.js";

/** `import.meta` of the cells of a notebook; which one that is may be known late. */
export function metaOf(_file: string, modules: Pick<Modules, "resolve">): object {
  return {
    get url() {
      return `file://${encodeURI(notebookFile.path)}`;
    },
    get filename() {
      return notebookFile.path;
    },
    get dirname() {
      return notebookFile.path.slice(0, notebookFile.path.lastIndexOf("/")) || "/";
    },
    resolve: (specifier: string) => modules.resolve(specifier),
  };
}

/** Names that cells have in Node: here they say what to write. */
export function localsOf(): Readonly<Record<string, unknown>> {
  const require = (specifier: unknown): never => {
    throw new Error(refusal(String(specifier)));
  };
  return { require };
}

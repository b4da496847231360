import Module, { isBuiltin } from "node:module";
import { dirname } from "node:path";
import { isBuilt, isInstalled } from "./manifest.js";
import { find } from "./resolution.js";

/** What `Module` gives to whoever may resolve; Node has no other place for it that its releases share. */
interface Loader {
  _resolveFilename(
    request: string,
    parent: { readonly filename?: string | null } | undefined,
    isMain: boolean,
    options?: { readonly paths?: readonly string[] },
  ): string;
}

/**
 * Makes every `require` of a cell, or of a file that is no package's, find what `find` does. Packages find what Node
 * does, and what has been installed since Node missed it.
 */
export function redirectRequire(): void {
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, isMain, options) {
    const asNode = (): string => resolve.call(this, request, parent, isMain, options);
    const from = parent?.filename;
    const plain = options?.paths !== undefined || isBuiltin(request) || request.startsWith("/");
    if (!from || plain || isBuilt(from)) return asNode();
    if (!isInstalled(from)) return find(request, dirname(from), "require");
    try {
      return asNode();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
      try {
        return find(request, dirname(from), "require");
      } catch {
        throw error;
      }
    }
  };
}

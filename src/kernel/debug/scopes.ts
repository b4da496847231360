import { copied, isHidden } from "../compile/hidden.js";
import { moduleParameters } from "../run/transpile.js";
import type { Entry } from "./variables.js";

/**
 * The variables of scopes, the innermost first, without what the kernel has added, and only those that the reader has
 * written. Before the scopes, `objects` holds a value for each of `names`.
 */
export function entriesOfScopes(
  names: readonly string[],
  objects: readonly object[],
  isWritten: (name: string) => boolean,
): Entry[] {
  const found = new Map<string, unknown>();
  for (const scope of objects.slice(names.length))
    for (const [name, value] of Object.entries(scope)) {
      const copy = copied(name);
      if (copy !== undefined) found.set(copy, value);
      else if (!isRuntime(name) && isWritten(name) && !found.has(name)) found.set(name, value);
    }
  const given = names.map((name, at): Entry => [name, objects[at]]);
  return [...given.filter(([, value]) => value !== globalThis), ...found];
}

/** The names of a notebook with their values; `names` has an accessor for each in its prototype. */
export function entriesOfNotebook(names: object): Entry[] {
  const holder = Object.getPrototypeOf(names) as Record<string, unknown>;
  return Object.keys(holder).flatMap((name): Entry[] => {
    try {
      return [[name, holder[name]]];
    } catch {
      // Its declaration has not been reached.
      return [];
    }
  });
}

/** Names that code is given by the kernel. */
function isRuntime(name: string): boolean {
  return isHidden(name) || moduleParameters.includes(name);
}

import { entriesOf, placeOf } from "./folders.js";

/** What can continue a path in quotes: a whole path, not only its last part. */
export interface PathMatch {
  readonly path: string;
  readonly type: "directory" | "file" | "module";
}

/** Names as modules. */
export function modules(names: readonly string[]): PathMatch[] {
  return names.map((path) => ({ path, type: "module" }));
}

/** The files that an import can name, each with the endings it may be written without. */
export const importable = /\.(?:[cm]?[jt]s|[jt]sx|json)$/;
const optional = /\.(?:[jt]s|tsx)$/;

/** The files and folders in the folder that `begun` names, seen from `folder`. Hidden ones only after a dot. */
export function filesFrom(begun: string, folder: string): PathMatch[] {
  const before = begun.slice(0, begun.lastIndexOf("/") + 1);
  const hiddenToo = begun.slice(before.length).startsWith(".");
  return entriesOf(placeOf(before, folder))
    .filter(({ name }) => hiddenToo || !name.startsWith("."))
    .map((entry) =>
      entry.isFolder
        ? { path: `${before}${entry.name}/`, type: "directory" }
        : { path: before + entry.name, type: "file" },
    );
}

/** The reader's own modules; an ending that may be left out is offered both ways. */
export function ownModules(begun: string, folder: string): PathMatch[] {
  return filesFrom(begun, folder).flatMap((entry) => {
    if (entry.type === "directory") return entry.path.endsWith("/node_modules/") ? [] : [entry];
    if (!importable.test(entry.path) || /\.d\.[cm]?ts$/.test(entry.path)) return [];
    if (!optional.test(entry.path)) return [entry];
    return [{ ...entry, path: entry.path.replace(optional, "") }, entry];
  });
}

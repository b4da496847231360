import { join } from "node:path";
import { entriesOf } from "./folders.js";
import { foldersAbove } from "./packages.js";

/** The names of the packages that an import in `folder` finds. */
export function packagesAbove(folder: string): string[] {
  const names = new Set(["convlab", "tslab"]);
  for (const each of foldersAbove(folder)) {
    const root = join(each, "node_modules");
    for (const { name, isFolder } of entriesOf(root)) {
      if (!isFolder || name.startsWith(".") || name === "@types") continue;
      if (!name.startsWith("@")) names.add(name);
      else for (const inner of entriesOf(join(root, name))) names.add(`${name}/${inner.name}`);
    }
  }
  return [...names].toSorted();
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package that this kernel belongs to. */
export const ownFolder = dirname(fileURLToPath(new URL("../../package.json", import.meta.url)));

/**
 * The folder from which `specifier` is looked for when somebody in `folder` asks: that one, and for `convlab` and
 * `tslab`, where neither it nor a folder above has the package, the kernel's own. One rule for types, `import` and
 * `require`, so that they find the same package, and all of its entries in that one.
 */
export function lookupFolder(specifier: string, folder: string): string {
  const name = /^(?:convlab|tslab)(?=\/|$)/.exec(specifier)?.[0];
  return name === undefined || isInstalled(name, folder) ? folder : ownFolder;
}

function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, "node_modules", name, "package.json"))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInstalled(name, parent);
}

// Where a module's name leads at run time: for cells, for local modules, and for what packages ask for in vain.
import { realpathSync } from "node:fs";
import Module, { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fileAdvice } from "../compile/nearNames.js";
import { entriesNear, installAdvice, packageOf, schemeAdvice } from "../compile/sentences.js";
import { lookupFolder } from "../ownPackage.js";
import { mappedPaths, projectOf } from "../tsconfig.js";
import { fileAt, isPath, mainOf } from "./localFile.js";
import { isFolder, manifestOf, scopeOf } from "./manifest.js";
import { exportedPath, type How, importedPath } from "./packageEntries.js";

const tslab = fileURLToPath(new URL("./tslab.js", import.meta.url));

/** A name that leads nowhere. `code` is what Node's error has. */
export class ModuleMissing extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = "Error";
  }
}

/**
 * Where `specifier` leads when somebody in `folder` asks: the path of a file, `node:…`, or a `data:` URL. Nothing is
 * remembered, so that what is installed or written later is found.
 *
 * @throws {Error} if it leads nowhere: a `ModuleMissing`
 */
export function find(specifier: string, folder: string, how: How): string {
  if (specifier.startsWith("node:")) return specifier;
  // A folder that names are looked for in may have a file of a built-in module's name, which the check takes too.
  if (isBuiltin(specifier)) return mappedFile(specifier, folder) ?? `node:${specifier}`;
  if (specifier === "tslab") return tslab;
  if (specifier.startsWith("data:")) return specifier;
  if (specifier.startsWith("file:")) return localFile(fileURLToPath(specifier), specifier, folder, how);
  if (isPath(specifier)) return localFile(resolve(folder, specifier), specifier, folder, how);
  const advice = schemeAdvice(specifier);
  if (advice !== undefined) throw missing(advice, how);
  if (specifier.startsWith("#")) return ownImport(specifier, folder, how);
  return mappedFile(specifier, folder) ?? packageFile(specifier, lookupFolder(specifier, folder), how);
}

function mappedFile(specifier: string, folder: string): string | undefined {
  return mappedPaths(specifier, projectOf(folder))
    .map(fileAt)
    .find((file) => file !== undefined);
}

function localFile(path: string, specifier: string, folder: string, how: How): string {
  const file = fileAt(path) ?? fileAt(path.replace(/[?#].*$/, ""));
  if (file !== undefined) return file;
  throw missing(fileAdvice(specifier, folder), how);
}

function ownImport(specifier: string, folder: string, how: How): string {
  const home = scopeOf(folder);
  const target = home && importedPath(manifestOf(home)?.imports, specifier, how);
  if (home === undefined || target === undefined) {
    const where = home === undefined ? folder : join(home, "package.json");
    throw missing(`Cannot find "${specifier}": "imports" of ${where} does not name it.`, how);
  }
  if (!target.startsWith("./")) return find(target, home, how);
  const file = fileAt(join(home, target));
  if (file === undefined) throw missing(`Cannot find "${specifier}": ${join(home, target)} is missing.`, how);
  return file;
}

function packageFile(specifier: string, folder: string, how: How): string {
  const name = packageOf(specifier);
  const subpath = `.${specifier.slice(name.length)}`;
  const scope = scopeOf(folder);
  const own = scope === undefined ? undefined : manifestOf(scope);
  if (scope !== undefined && own?.name === name && own.exports !== undefined && own.exports !== null)
    return exportedFile(scope, own.exports, specifier, how);
  let met: string | undefined;
  for (const home of homesOf(name, folder)) {
    if (!isFolder(home)) continue;
    const exports = manifestOf(home)?.exports;
    if (exports !== undefined && exports !== null) return exportedFile(home, exports, specifier, how);
    const file = subpath === "." ? mainOf(home) : fileAt(join(home, subpath));
    if (file !== undefined) return realpathSync(file);
    met ??= home;
  }
  if (met !== undefined)
    throw missing(`Cannot find "${specifier}": the package in ${met} has no such file.`, how);
  throw missing(`Cannot find package "${name}" from ${folder}. ${installAdvice(name)}`, how);
}

function exportedFile(home: string, exports: unknown, specifier: string, how: How): string {
  const subpath = `.${specifier.slice(packageOf(specifier).length)}`;
  // What a package gives to `require` alone is better than nothing.
  const target =
    exportedPath(exports, subpath, how) ??
    exportedPath(exports, subpath, how === "import" ? "require" : "import");
  if (target === undefined) {
    const text = `Package subpath '${subpath}' is not defined by "exports" in ${join(home, "package.json")}.`;
    const entries = entriesNear(specifier, home);
    throw new ModuleMissing(text + entries, "ERR_PACKAGE_PATH_NOT_EXPORTED");
  }
  const file = fileAt(join(home, target));
  if (file === undefined)
    throw missing(`Cannot find ${join(home, target)}, which its package.json names.`, how);
  return realpathSync(file);
}

function homesOf(name: string, folder: string): string[] {
  const homes: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (!at.endsWith("/node_modules")) homes.push(join(at, "node_modules", name));
    if (dirname(at) === at) break;
  }
  const { globalPaths } = Module as unknown as { globalPaths: readonly string[] };
  return [...homes, ...globalPaths.map((path) => join(path, name))];
}

function missing(message: string, how: How): ModuleMissing {
  return new ModuleMissing(message, how === "import" ? "ERR_MODULE_NOT_FOUND" : "MODULE_NOT_FOUND");
}

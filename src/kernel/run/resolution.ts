// Where a module's name leads at run time: for cells, for local modules, and for what packages ask for in vain.
import { readFileSync, realpathSync, statSync } from "node:fs";
import Module, { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fileAdvice, installAdvice, packageOf, schemeAdvice } from "../compile/sentences.js";
import { lookupFolder } from "../ownPackage.js";
import { mappedPaths, projectOf } from "../tsconfig.js";
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
 * @throws {ModuleMissing} if it leads nowhere
 */
export function find(specifier: string, folder: string, how: How): string {
  if (isBuiltin(specifier)) return specifier.startsWith("node:") ? specifier : `node:${specifier}`;
  if (specifier === "tslab") return tslab;
  if (specifier.startsWith("data:")) return specifier;
  if (specifier.startsWith("file:")) return localFile(fileURLToPath(specifier), specifier, folder, how);
  if (isPath(specifier)) return localFile(resolve(folder, specifier), specifier, folder, how);
  const advice = schemeAdvice(specifier);
  if (advice !== undefined) throw missing(advice, how);
  if (specifier.startsWith("#")) return ownImport(specifier, folder, how);
  for (const path of mappedPaths(specifier, projectOf(folder))) {
    const file = fileAt(path);
    if (file !== undefined) return file;
  }
  return packageFile(specifier, lookupFolder(specifier, folder), how);
}

/** Whether a name is a path. */
export function isPath(specifier: string): boolean {
  return /^(\.{1,2}(\/|$)|\/)/.test(specifier);
}

/** Whether a file belongs to an installed package. */
export function isInstalled(file: string): boolean {
  return file.includes("/node_modules/");
}

function localFile(path: string, specifier: string, folder: string, how: How): string {
  const file = fileAt(path) ?? fileAt(path.replace(/[?#].*$/, ""));
  if (file !== undefined) return file;
  throw missing(fileAdvice(specifier, folder), how);
}

const typed = ["ts", "tsx", "mts", "cts"];
const endings = [...typed, "js", "jsx", "mjs", "cjs", "json", "node", "d.ts", "d.mts", "d.cts"];

/** The file that a path without or with its ending stands for, in the order in which the check looks. */
function fileAt(path: string): string | undefined {
  // What is written as `x.js` may be `x.ts` still.
  const [, stem, kind] = /^(.*)\.([mc]?)jsx?$/.exec(path) ?? [];
  if (stem !== undefined) {
    const sources = kind === "" ? [`${stem}.ts`, `${stem}.tsx`] : [`${stem}.${kind}ts`];
    const source = isInstalled(path) ? undefined : sources.find(isFile);
    if (source !== undefined) return source;
  }
  if (isFile(path)) return path;
  const file = endings.map((ending) => `${path}.${ending}`).find(isFile);
  return file ?? (isFolder(path) ? mainOf(path) : undefined);
}

/** The file that a folder stands for, whatever its `exports` say. */
function mainOf(folder: string): string | undefined {
  const { main } = manifestOf(folder) ?? {};
  if (typeof main === "string") {
    const path = join(folder, main);
    const file = path === join(folder) ? undefined : fileAt(path);
    if (file !== undefined) return file;
  }
  return endings.map((ending) => join(folder, `index.${ending}`)).find(isFile);
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
    return exportedFile(scope, own.exports, subpath, how);
  let met: string | undefined;
  for (const home of homesOf(name, folder)) {
    if (!isFolder(home)) continue;
    const exports = manifestOf(home)?.exports;
    if (exports !== undefined && exports !== null) return exportedFile(home, exports, subpath, how);
    const file = subpath === "." ? mainOf(home) : fileAt(join(home, subpath));
    if (file !== undefined) return realpathSync(file);
    met ??= home;
  }
  if (met !== undefined)
    throw missing(`Cannot find "${specifier}": the package in ${met} has no such file.`, how);
  throw missing(`Cannot find package "${name}" from ${folder}. ${installAdvice(name)}`, how);
}

function exportedFile(home: string, exports: unknown, subpath: string, how: How): string {
  // What a package gives to `require` alone is better than nothing.
  const target =
    exportedPath(exports, subpath, how) ??
    exportedPath(exports, subpath, how === "import" ? "require" : "import");
  if (target === undefined) {
    const text = `Package subpath '${subpath}' is not defined by "exports" in ${join(home, "package.json")}`;
    throw new ModuleMissing(text, "ERR_PACKAGE_PATH_NOT_EXPORTED");
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

/** The folder of the package that a folder belongs to. */
export function scopeOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (at.endsWith("/node_modules")) return undefined;
    if (isFile(join(at, "package.json"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The fields of a package.json that say what is loaded. */
export interface Manifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly type?: unknown;
  readonly main?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

/** @throws {SyntaxError} if the file is no JSON */
export function manifestOf(folder: string): Manifest | undefined {
  const file = join(folder, "package.json");
  if (!isFile(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch (error) {
    throw new SyntaxError(`Cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
}

function missing(message: string, how: How): ModuleMissing {
  return new ModuleMissing(message, how === "import" ? "ERR_MODULE_NOT_FOUND" : "MODULE_NOT_FOUND");
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

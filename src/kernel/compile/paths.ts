import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import Module, { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { lookupFolder } from "../ownPackage.js";

/** What can continue a path in quotes: a whole path, not only its last part. */
export interface PathMatch {
  readonly path: string;
  readonly type: "directory" | "file" | "module";
}

/** Modules that only the prefix `node:` names. */
const prefixedOnly = ["sea", "sqlite", "test", "test/reporters"];

const builtins = Module.builtinModules.filter((name) => !/^_|:/.test(name)).toSorted();

/** The files that an import can name, each with the endings it may be written without. */
const importable = /\.(?:[cm]?[jt]s|[jt]sx|json)$/;
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

/** Where a path leads, written as an address or not. */
function placeOf(path: string, folder: string): string {
  return resolve(folder, path.replace(/^file:\/\//, ""));
}

/** The modules that an import in `folder` can name and that may continue `begun`. */
export function modulesFrom(begun: string, folder: string): PathMatch[] {
  if (begun === "." || begun === "..") return upwards;
  if (/^\.{0,2}\//.test(begun)) return ownModules(begun, folder);
  if (begun.startsWith("#")) return importsOf(begun, folder);
  if (begun.startsWith("node:")) return prefixed();
  const name = packageIn(begun);
  if (name !== undefined && begun.length > name.length) {
    const inside = subpathsOf(name, begun.slice(name.length + 1), folder);
    return [...inside, ...modules(builtins.filter((each) => each.startsWith(`${name}/`)))];
  }
  const found = packagesAbove(folder);
  return [...modules(found), ...modules(builtins), ...("node:".startsWith(begun) ? prefixed() : [])];
}

const upwards: PathMatch[] = ["./", "../"].map((path) => ({ path, type: "directory" }));

function modules(names: readonly string[]): PathMatch[] {
  return names.map((path) => ({ path, type: "module" }));
}

function prefixed(): PathMatch[] {
  const names = [...builtins, ...prefixedOnly].map((name) => `node:${name}`);
  return modules([...new Set(names)].filter((name) => isBuiltin(name)).toSorted());
}

/** The reader's own modules; an ending that may be left out is offered both ways. */
function ownModules(begun: string, folder: string): PathMatch[] {
  return filesFrom(begun, folder).flatMap((entry) => {
    if (entry.type === "directory") return entry.path.endsWith("/node_modules/") ? [] : [entry];
    if (!importable.test(entry.path) || /\.d\.[cm]?ts$/.test(entry.path)) return [];
    if (!optional.test(entry.path)) return [entry];
    return [{ ...entry, path: entry.path.replace(optional, "") }, entry];
  });
}

/** `#x` and the like, of the package that the notebook belongs to. */
function importsOf(begun: string, folder: string): PathMatch[] {
  const described = readPackage(folder);
  if (described !== undefined) return patterns(described.imports, "", begun, folder);
  const parent = dirname(folder);
  return parent === folder ? [] : importsOf(begun, parent);
}

/** The name of the package at the beginning of a specifier; undefined in the middle of `@scope`. */
export function packageIn(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^/@.#:][^/:]*/.exec(specifier)?.[0];
}

/** The names of the packages that an import in `folder` finds. */
function packagesAbove(folder: string): string[] {
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

function* foldersAbove(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* foldersAbove(parent);
}

/** The folder where an import in `folder` finds a package. */
export function packageFolder(name: string, folder: string): string | undefined {
  const start = lookupFolder(name, folder);
  // The kernel's own package is that folder itself.
  if (start !== folder && readPackage(start)?.name === name) return start;
  for (const each of foldersAbove(start)) {
    const found = join(each, "node_modules", name);
    if (statSync(found, { throwIfNoEntry: false })?.isDirectory()) return found;
  }
  return undefined;
}

/** What can be imported inside a package: what its `exports` say, or its files. */
function subpathsOf(name: string, begun: string, folder: string): PathMatch[] {
  const root = packageFolder(name, folder);
  if (root === undefined) return [];
  const described = readPackage(root);
  if (described?.exports === undefined) {
    return ownModules(`./${begun}`, root)
      .filter(({ path }) => !/\.(?:[cm]?ts|tsx|js)$/.test(path) && !/^\.\/package\.json$/.test(path))
      .map(({ path, type }) => ({ path: `${name}/${path.slice("./".length)}`, type }));
  }
  return patterns(described.exports, "./", `./${begun}`, root).map(({ path, type }) => ({
    path: `${name}/${path.slice("./".length)}`,
    type,
  }));
}

/** The keys of `exports` or `imports` that may continue `begun`, those with a `*` by the files that they stand for. */
function patterns(map: unknown, prefix: string, begun: string, root: string): PathMatch[] {
  if (typeof map !== "object" || map === null) return [];
  return Object.entries(map).flatMap(([key, value]): PathMatch[] => {
    const target = targetOf(value);
    if (target === undefined || key === "." || key === "./package.json" || !key.startsWith(prefix || "#"))
      return [];
    const [before, after] = split(key, "*");
    if (after === undefined) return key.endsWith("/") ? [] : modules([key]);
    if (!begun.startsWith(before)) return [{ path: before, type: "directory" }];
    return starred(before, after, target, begun, root);
  });
}

/** What `*` can stand for in `before*after`, in the folder that `begun` has come to. */
function starred(before: string, after: string, target: string, begun: string, root: string): PathMatch[] {
  const [ahead, behind = ""] = split(target, "*");
  const inner = begun.slice(before.length, Math.max(before.length, begun.lastIndexOf("/") + 1));
  const [, inFolder = "", begins = ""] = /^(.*\/)?([^/]*)$/.exec(ahead + inner) ?? [];
  return entriesOf(join(root, inFolder)).flatMap(({ name, isFolder }): PathMatch[] => {
    if (!name.startsWith(begins)) return [];
    const stem = before + inner + name.slice(begins.length);
    if (isFolder) return name === "node_modules" ? [] : [{ path: `${stem}/`, type: "directory" }];
    if (!name.endsWith(behind) || (behind === "" && !importable.test(name)) || name.endsWith(".d.ts"))
      return [];
    return modules([stem.slice(0, stem.length - behind.length) + after]);
  });
}

/** A file that a key of `exports` leads to, under whatever condition: one that runs rather than its types. */
function targetOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const found = Object.values(value).flatMap((each) => targetOf(each) ?? []);
  return found.find((each) => !/\.d\.[cm]?ts$/.test(each)) ?? found[0];
}

function split(text: string, at: string): [before: string, after: string | undefined] {
  const place = text.indexOf(at);
  return place === -1 ? [text, undefined] : [text.slice(0, place), text.slice(place + at.length)];
}

/** What a `package.json` may say that is of use here. */
export interface Described {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly description?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

/** The `package.json` of a folder; undefined where there is none that can be read. */
export function readPackage(folder: string): Described | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof found === "object" && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

interface Found {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What is in a folder, by name; nothing where there is none that can be read. */
function entriesOf(folder: string): Found[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .map((entry) => ({ name: entry.name, isFolder: isFolder(entry, folder) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isFolder(entry: Dirent, folder: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether the part of a path before its last slash is a folder. */
export function leadsToFolder(path: string, folder: string): boolean {
  const before = path.slice(0, path.lastIndexOf("/") + 1);
  return (
    before !== "" && (statSync(placeOf(before, folder), { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}

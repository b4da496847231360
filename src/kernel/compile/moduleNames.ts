import { dirname } from "node:path";
import { builtinModules, isBuiltin } from "./builtins.js";
import { packagesAbove } from "./installed.js";
import { patterns } from "./packageMaps.js";
import { packageIn } from "./packageNames.js";
import { packageFolder, readPackage } from "./packages.js";
import { modules, ownModules, type PathMatch } from "./paths.js";

/** Modules that only the prefix `node:` names. */
const prefixedOnly = ["sea", "sqlite", "test", "test/reporters"];

const builtins = builtinModules.filter((name) => !/^_|:/.test(name)).toSorted();

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

function prefixed(): PathMatch[] {
  const names = [...builtins, ...prefixedOnly].map((name) => `node:${name}`);
  return modules([...new Set(names)].filter((name) => isBuiltin(name)).toSorted());
}

/** `#x` and the like, of the package that the notebook belongs to. */
function importsOf(begun: string, folder: string): PathMatch[] {
  const described = readPackage(folder);
  if (described !== undefined) return patterns(described.imports, "", begun, folder);
  const parent = dirname(folder);
  return parent === folder ? [] : importsOf(begun, parent);
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

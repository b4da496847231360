import { dirname, join, resolve as resolvePath } from "node:path";
import { lookupFolder } from "../ownPackage.js";
import { projectOf } from "../tsconfig.js";
import { type Files, stampOf } from "./files.js";
import { above, affecting, deciding, type Found, failedOf, hasMoved, type OwnPath } from "./lookups.js";
import type { Resolver } from "./resolver.js";
import snapshot from "./snapshot.cjs";
import ts from "./typescript.cjs";

/**
 * Finds the types of modules: as a bundler does, then by the other condition of `import` and `require`, then by `main`
 * and `types` alone (packages whose `exports` name no types), each time from where `lookupFolder` says.
 */
export function createResolver(files: Files, folder: string, initialOptions: ts.CompilerOptions): Resolver {
  let options = initialOptions;
  const cache = ts.createModuleResolutionCache(folder, (path) => path, options);
  const types = new Map<string, ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations>();
  const found = new Map<string, ts.ResolvedModuleFull | undefined>();
  const ownPaths = new Map<string, OwnPath>();
  /** Folders and files that decide what packages are found. */
  const watched = new Map<string, string>();
  const invalid = new Set<string>();
  let packagesChanged = false;
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => files.exists(path),
    readFile: (path) => files.read(path),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  };
  const watch = (path: string): void => {
    if (!watched.has(path)) watched.set(path, stampOf(path));
  };
  const search = (specifier: string, from: string, mode: ts.ResolutionMode): Found => {
    const by = (wanted: ts.ResolutionMode, settings = options): Found =>
      ts.resolveModuleName(specifier, from, settings, host, undefined, undefined, wanted);
    const modern = by(mode);
    if (isTyped(modern.resolvedModule)) return modern;
    const other = by(mode === ts.ModuleKind.CommonJS ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS);
    if (isTyped(other.resolvedModule)) return other;
    const untyped = modern.resolvedModule ? modern : other;
    // What no `exports` leads to does not run either, though a file of that name may have types.
    if (untyped.resolvedModule === undefined) return modern;
    const { customConditions: _, ...rest } = options;
    const old = by(undefined, { ...rest, moduleResolution: ts.ModuleResolutionKind.Node10 });
    return isTyped(old.resolvedModule) ? old : untyped;
  };
  const watchPackage = (specifier: string, from: string, file: string | undefined): void => {
    for (const path of deciding(specifier, from, file)) watch(path);
    for (const path of projectOf(from).stamps.keys()) watch(path);
  };
  const forgetPackages = (): void => {
    packagesChanged = true;
    found.clear();
    types.clear();
    ownPaths.clear();
    cache.clear();
    watched.clear();
    files.forgetPackages();
    watchFolder();
  };
  const watchFolder = (): void => {
    for (const at of above(folder)) watch(join(at, "tsconfig.json"));
    for (const path of projectOf(folder).stamps.keys()) watch(path);
    for (const at of above(folder)) watch(join(at, "node_modules", "@types"));
  };
  watchFolder();
  return {
    resolve(specifier, from, mode) {
      const ready = snapshot.modules.get(from)?.get(specifier);
      if (ready !== undefined && files.isReady(from) && files.isReady(ready.resolvedFileName)) return ready;
      const at = lookupFolder(specifier, dirname(from));
      const key = `${specifier.startsWith("node:") ? "" : at}\0${specifier}\0${mode}`;
      if (found.has(key)) return found.get(key);
      const result = search(specifier, join(at, "cell.ts"), mode);
      const file = result.resolvedModule?.resolvedFileName;
      found.set(key, result.resolvedModule);
      if (at.includes("/node_modules/") || specifier.startsWith("node:")) return result.resolvedModule;
      for (const path of affecting(result)) watch(path);
      if (!/^(\.{1,2}(\/|$)|\/)/.test(specifier)) watchPackage(specifier, at, file);
      else ownPaths.set(key, { folder: at, file, missing: failedOf(result, resolvePath(at, specifier)) });
      return result.resolvedModule;
    },
    resolveTypes(name, from) {
      const ready = snapshot.types.get(from)?.get(name);
      if (ready?.resolvedFileName && files.isReady(from) && files.isReady(ready.resolvedFileName))
        return { resolvedTypeReferenceDirective: ready, failedLookupLocations: [] };
      const key = `${dirname(from)}\0${name}`;
      const resolved = types.get(key) ?? ts.resolveTypeReferenceDirective(name, from, options, host);
      if (resolved.resolvedTypeReferenceDirective !== undefined) types.set(key, resolved);
      return resolved;
    },
    cache,
    stale() {
      const installed = [...watched].some(([path, stamp]) => stampOf(path) !== stamp);
      if (installed) forgetPackages();
      const changed = files.changed();
      for (const [key, own] of ownPaths) {
        if (!hasMoved(own, files, changed)) continue;
        ownPaths.delete(key);
        found.delete(key);
        invalid.add(own.folder);
      }
      return packagesChanged || invalid.size > 0 || changed.size > 0;
    },
    isInvalid: (path) => packagesChanged || invalid.has(dirname(path)),
    get packagesChanged() {
      return packagesChanged;
    },
    setOptions(fresh) {
      options = fresh;
      return fresh;
    },
    settle() {
      packagesChanged = false;
      invalid.clear();
    },
  };
}

function isTyped(module: ts.ResolvedModuleFull | undefined): boolean {
  return module !== undefined && !/\.[cm]?js$/.test(module.resolvedFileName);
}

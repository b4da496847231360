import { dirname, join } from "node:path";
import { lookupFolder } from "../ownPackage.js";
import type { Files } from "./files.js";
import snapshot from "./snapshot.cjs";
import ts from "./typescript.cjs";

type Resolve = (specifier: string, from: string) => ts.ResolvedModuleFull | undefined;

interface Resolver {
  readonly resolve: Resolve;
  /** The same for `/// <reference types>`. */
  resolveTypes(name: string, from: string): ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations;
  /** What was found of packages, for a program to use: without it every cell would read the disk again. */
  readonly cache: ts.ModuleResolutionCache;
}

/**
 * Finds the types of modules: as a bundler does, then by the condition `require`, then by `main` and `types` alone
 * (packages whose `exports` name no types), each time from where `lookupFolder` says. What was found is kept while the
 * file exists; what was not is looked for again.
 */
export function createResolver(files: Files, folder: string, options: ts.CompilerOptions): Resolver {
  const cache = ts.createModuleResolutionCache(folder, (path) => path, options);
  const types = new Map<string, ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations>();
  const found = new Map<string, ts.ResolvedModuleFull>();
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => files.exists(path),
    readFile: (path) => files.read(path),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  };
  const plain = { ...options, moduleResolution: ts.ModuleResolutionKind.Node10 };
  delete plain.customConditions;
  const search: Resolve = (specifier, from) => {
    const modern = ts.resolveModuleName(specifier, from, options, host).resolvedModule;
    if (isTyped(modern)) return modern;
    const mode = ts.ModuleKind.CommonJS;
    const required = ts.resolveModuleName(specifier, from, options, host, undefined, undefined, mode);
    if (isTyped(required.resolvedModule)) return required.resolvedModule;
    const untyped = modern ?? required.resolvedModule;
    // What no `exports` leads to does not run either, though a file of that name may have types.
    if (untyped === undefined) return undefined;
    const old = ts.resolveModuleName(specifier, from, plain, host).resolvedModule;
    return isTyped(old) ? old : untyped;
  };
  const resolve: Resolve = (specifier, from) => {
    const ready = snapshot.modules.get(from)?.get(specifier);
    if (ready !== undefined && files.isReady(from) && files.isReady(ready.resolvedFileName)) return ready;
    const folder = lookupFolder(specifier, dirname(from));
    const key = `${specifier.startsWith("node:") ? "" : folder}\0${specifier}`;
    const before = found.get(key);
    if (before !== undefined && (isPackage(before) || files.exists(before.resolvedFileName))) return before;
    const module = search(specifier, join(folder, "cell.ts"));
    // It may be installed before the next try.
    if (module === undefined) cache.clear();
    else found.set(key, module);
    return module;
  };
  return {
    resolve,
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
  };
}

function isTyped(module: ts.ResolvedModuleFull | undefined): boolean {
  return module !== undefined && !/\.[cm]?js$/.test(module.resolvedFileName);
}

function isPackage(module: ts.ResolvedModuleFull): boolean {
  return module.resolvedFileName.includes("/node_modules/");
}

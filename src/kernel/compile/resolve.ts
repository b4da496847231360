import { dirname, join } from "node:path";
import ts from "typescript";
import type { Files } from "./files.js";
import { ownFolder } from "./options.js";

type Resolver = (specifier: string, from: string) => ts.ResolvedModuleFull | undefined;

/**
 * Finds the types of modules: as a bundler does, then by the condition `require`, then by `main` and `types` alone
 * (packages whose `exports` name no types); `convlab` and `tslab` also beside the kernel. What was found is kept
 * while the file exists; what was not is looked for again.
 */
export function createResolver(files: Files, options: ts.CompilerOptions): Resolver {
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
  const resolve: Resolver = (specifier, from) => {
    const modern = ts.resolveModuleName(specifier, from, options, host).resolvedModule;
    if (isTyped(modern)) return modern;
    const mode = ts.ModuleKind.CommonJS;
    const required = ts.resolveModuleName(specifier, from, options, host, undefined, undefined, mode);
    if (isTyped(required.resolvedModule)) return required.resolvedModule;
    const old = ts.resolveModuleName(specifier, from, plain, host).resolvedModule;
    return isTyped(old) ? old : (modern ?? required.resolvedModule);
  };
  return (specifier, from) => {
    const key = `${specifier.startsWith("node:") ? "" : dirname(from)}\0${specifier}`;
    const before = found.get(key);
    if (before !== undefined && (isPackage(before) || files.exists(before.resolvedFileName))) return before;
    let module = resolve(specifier, from);
    if (module === undefined && /^(convlab|tslab)(\/|$)/.test(specifier)) {
      module = resolve(specifier, join(ownFolder, "cell.ts"));
    }
    if (module !== undefined) found.set(key, module);
    return module;
  };
}

function isTyped(module: ts.ResolvedModuleFull | undefined): boolean {
  return module !== undefined && !/\.[cm]?js$/.test(module.resolvedFileName);
}

function isPackage(module: ts.ResolvedModuleFull): boolean {
  return module.resolvedFileName.includes("/node_modules/");
}

import { type Files, isOwn } from "./files.js";
import type { Resolve, Resolver } from "./resolver.js";
import ts from "./typescript.cjs";

/** What a program asks about files and modules; `resolve` knows cells too. */
export function compilerHostOf(
  folder: string,
  files: Files,
  resolver: Resolver,
  options: ts.CompilerOptions,
  resolve: Resolve,
): ts.CompilerHost {
  return {
    ...ts.createCompilerHost(options, false),
    getSourceFile: (path, how) => files.sourceFile(path, how),
    getCurrentDirectory: () => folder,
    fileExists: (path) => files.exists(path),
    readFile: (path) => files.read(path),
    resolveModuleNameLiterals: (literals, from, _, settings, file) =>
      literals.map((literal) => ({
        resolvedModule: resolve(literal.text, from, ts.getModeForUsageLocation(file, literal, settings)),
      })),
    resolveTypeReferenceDirectiveReferences: (references, from) =>
      references.map((reference) =>
        resolver.resolveTypes(typeof reference === "string" ? reference : reference.fileName, from),
      ),
    getModuleResolutionCache: () => resolver.cache,
    // Packages stay; what the reader's own files import may lie elsewhere now.
    hasInvalidatedResolutions: (path) => isOwn(path) || resolver.isInvalid(path),
  };
}

import type ts from "./typescript.cjs";

export type Resolve = (
  specifier: string,
  from: string,
  mode: ts.ResolutionMode,
) => ts.ResolvedModuleFull | undefined;

export interface Resolver {
  /** Where a module's types are, for a file that asks in the mode `import` (ESNext) or `require` (CommonJS). */
  readonly resolve: Resolve;
  /** The same for `/// <reference types>`. */
  resolveTypes(name: string, from: string): ts.ResolvedTypeReferenceDirectiveWithFailedLookupLocations;
  /** What was found of packages, for a program to use: without it every cell would read the disk again. */
  readonly cache: ts.ModuleResolutionCache;
  /**
   * Whether the world is another than when it was last asked: an own file that was read, what a path leads to, what
   * is installed, a package.json, a tsconfig.json. What no longer holds is forgotten, and `isInvalid` and
   * `packagesChanged` say so until `settle`. To be called before each program; by stamps, about 3 µs for each own file
   * and each package that own files name. Files inside of packages are not looked at, their package.json is.
   */
  stale(): boolean;
  /** Whether imports of a file may lead elsewhere than in the last program: `hasInvalidatedResolutions` of a host. */
  isInvalid(path: string): boolean;
  /** Whether packages, or a tsconfig.json, have changed: the options are to be made anew. */
  readonly packagesChanged: boolean;
  /** Resolves by these options from now on. */
  setOptions(options: ts.CompilerOptions): ts.CompilerOptions;
  /** A program has been made of what is true now. */
  settle(): void;
}

import type { BoundFile, CheckerHost, FullChecker, Resolution } from "./internals.js";
import type ts from "./typescript.cjs";

/**
 * A program as a checker is to see it: with the files of `cells` beside its own. `resolve` says what a cell imports,
 * `checker` and `options` give those of now.
 */
export function withCells(
  program: CheckerHost,
  cells: ReadonlyMap<string, BoundFile>,
  resolve: (name: string, mode: ts.ResolutionMode) => Resolution,
  checker: () => FullChecker | undefined,
  options: () => ts.CompilerOptions,
): CheckerHost {
  return Object.create(program, {
    getSourceFile: { value: (path: string) => cells.get(path) ?? program.getSourceFile(path) },
    getResolvedModule: {
      value: (file: ts.SourceFile, name: string, mode: ts.ResolutionMode): Resolution | undefined =>
        cells.has(file.fileName) ? resolve(name, mode) : program.getResolvedModule(file, name, mode),
    },
    getTypeChecker: { value: checker },
    getCompilerOptions: { value: options },
  }) as CheckerHost;
}

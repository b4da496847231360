import { type BoundFile, internals } from "./internals.js";
import ts from "./typescript.cjs";

/** What a cell imports an earlier cell from. */
export function moduleOf(cell: number): string {
  return `./__cell_${cell}__`;
}

export function isCell(specifier: string): boolean {
  return /^\.\/__cell_\d+__$/.test(specifier);
}

/** The file of a cell, as a program would prepare it. */
export function cellFile(path: string, text: string): BoundFile {
  const how = {
    languageVersion: ts.ScriptTarget.ESNext,
    setExternalModuleIndicator: (file: ts.SourceFile) => {
      (file as BoundFile).externalModuleIndicator = true;
    },
  };
  const file = ts.createSourceFile(path, text, how, true) as BoundFile;
  return Object.assign(file, {
    path,
    resolvedPath: path,
    originalFileName: path,
    imports: [],
    moduleAugmentations: [],
    ambientModuleNames: [],
  });
}

/** The errors of a file, as TypeScript's own programs report them; `check` gives those of the checker. */
export function faultsOf(file: BoundFile, check: () => readonly ts.Diagnostic[]): readonly ts.Diagnostic[] {
  if (file.parseDiagnostics.length > 0) return file.parseDiagnostics;
  if (file.checkJsDirective?.enabled === false) return [];
  const found = [...file.bindDiagnostics, ...check()].filter((one) => one.file === file);
  return withDirectives(file, found);
}

/** Errors without those that `@ts-ignore` and `@ts-expect-error` cover, and with one for each of the latter that covers none. */
function withDirectives(file: BoundFile, found: readonly ts.Diagnostic[]): readonly ts.Diagnostic[] {
  const { commentDirectives } = file;
  if (commentDirectives === undefined || commentDirectives.length === 0) return found;
  const directives = internals.createCommentDirectivesMap(file, commentDirectives);
  const starts = file.getLineStarts();
  const isCovered = ({ start = 0 }: ts.Diagnostic): boolean => {
    for (let line = file.getLineAndCharacterOfPosition(start).line - 1; line >= 0; line--) {
      if (directives.markUsed(line)) return true;
      const text = file.text.slice(starts[line], starts[line + 1]).trim();
      if (text !== "" && !text.startsWith("//")) return false;
    }
    return false;
  };
  const left = found.filter((one) => !isCovered(one));
  const unused = directives.getUnusedExpectations().map(
    ({ range: { pos, end } }): ts.Diagnostic => ({
      file,
      start: pos,
      length: end - pos,
      category: ts.DiagnosticCategory.Error,
      code: 2578,
      messageText: "Unused '@ts-expect-error' directive.",
    }),
  );
  return [...left, ...unused];
}

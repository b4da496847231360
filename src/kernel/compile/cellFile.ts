import { type BoundFile, internals } from "./internals.js";
import { type Jsx, runtimeModule } from "./jsx.js";
import ts from "./typescript.cjs";

/** What a cell imports an earlier cell from. */
export function moduleOf(cell: number): string {
  return `./__cell_${cell}__`;
}

export function isCell(specifier: string): boolean {
  return /^\.\/__cell_\d+__$/.test(specifier);
}

/** The file of a cell, as a program would prepare it. */
export function cellFile(path: string, text: string, jsx: Jsx | undefined): BoundFile {
  const how = {
    languageVersion: ts.ScriptTarget.ESNext,
    setExternalModuleIndicator: (file: ts.SourceFile) => {
      // With a node here, `module.exports = …` in JavaScript is an assignment like others.
      (file as BoundFile).externalModuleIndicator = path.endsWith(".js") ? file : true;
    },
  };
  const file = ts.createSourceFile(path, text, how, true) as BoundFile;
  return Object.assign(file, {
    path,
    resolvedPath: path,
    originalFileName: path,
    imports: jsx?.runtime === "automatic" ? [jsxImport(file, runtimeModule(jsx))] : [],
    moduleAugmentations: [],
    ambientModuleNames: [],
  });
}

/** The import of a module that JSX needs and nobody writes, where the checker looks for it. */
function jsxImport(file: ts.SourceFile, module: string): ts.StringLiteral {
  const literal = ts.factory.createStringLiteral(module);
  const statement = ts.factory.createImportDeclaration(undefined, undefined, literal);
  internals.setParent(literal, statement);
  internals.setParent(statement, file);
  return literal;
}

/** The errors of a file, as TypeScript's own programs report them; `check` gives those of the checker. */
export function faultsOf(
  { file, program }: { readonly file: BoundFile; readonly program: ts.Program },
  start: number,
  check: () => readonly ts.Diagnostic[],
): readonly ts.Diagnostic[] {
  if (file.parseDiagnostics.length > 0) return file.parseDiagnostics;
  if (file.fileName.endsWith(".js")) {
    // What the kernel puts before the reader's own is TypeScript.
    const syntactic = program.getSyntacticDiagnostics(file).filter((one) => one.start >= start);
    if (syntactic.length > 0) return syntactic;
  }
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

import ts from "typescript";

/** The exported functions of a source whose result is a figure. */
export function figureFunctions(source: string): string[] {
  const file = ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.name) return [];
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const gives = statement.type?.getText(file) ?? "";
    return isExported && /^(?:Promise<)?Figure>?$/.test(gives) ? [statement.name.text] : [];
  });
}

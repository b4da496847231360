import ts from "./typescript.cjs";

/**
 * The cell without its exports, character for character as long as before: what a cell declares is shared anyway.
 * `export { a } from "m"` becomes an import.
 */
export function withoutExports(source: string, file: ts.SourceFile): string {
  let text = source;
  const blank = (start: number, end: number): void => {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, " ") + text.slice(end);
  };
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    if (ts.isExportDeclaration(statement)) {
      if (statement.moduleSpecifier === undefined) blank(start, statement.end);
      else text = `${text.slice(0, start)}import${text.slice(start + "export".length)}`;
      if (statement.moduleSpecifier !== undefined && statement.exportClause === undefined) {
        blank(start + "import".length, statement.moduleSpecifier.getStart(file));
      }
    } else if (ts.isExportAssignment(statement) && !statement.isExportEquals) {
      blank(start, statement.expression.getStart(file));
    } else if (ts.canHaveModifiers(statement) && isNamed(statement)) {
      for (const modifier of ts.getModifiers(statement) ?? []) {
        const { kind } = modifier;
        if (kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword) {
          blank(modifier.getStart(file), modifier.end);
        }
      }
    }
  }
  return text;
}

/** `export default function () {}` has no name: without its export it would not parse. */
function isNamed(statement: ts.Statement): boolean {
  const nameable = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return !nameable || statement.name !== undefined;
}

import ts from "./typescript.cjs";

/**
 * The cell without its exports, character for character as long as before: what a cell declares is shared anyway.
 * `export { a } from "m"` becomes an import. A first line `#!…` goes too.
 */
export function withoutExports(source: string, file: ts.SourceFile): string {
  const changes: [start: number, end: number, text: string][] = [];
  const put = (start: number, end: number, text: string): void => {
    const rest = source.slice(start + text.length, end).replace(/[^\r\n]/g, " ");
    changes.push([start, end, text + rest]);
  };
  const putImport = (statement: ts.ExportDeclaration, from: number): void => {
    const start = statement.getStart(file);
    const { exportClause } = statement;
    if (exportClause === undefined || (ts.isNamespaceExport(exportClause) && !isName(exportClause.name))) {
      put(start, from, "import");
      return;
    }
    put(start, start + "export".length, "import");
    if (ts.isNamespaceExport(exportClause)) return;
    for (const { name, pos, end } of exportClause.elements)
      if (!isName(name)) put(pos, end + (/^\s*,/.exec(source.slice(end))?.[0].length ?? 0), "");
  };
  put(0, /^#!.*/.exec(source)?.[0].length ?? 0, "");
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    if (ts.isExportDeclaration(statement)) {
      if (statement.moduleSpecifier === undefined) put(start, statement.end, "");
      else putImport(statement, statement.moduleSpecifier.getStart(file));
    } else if (ts.isExportAssignment(statement) && !statement.isExportEquals) {
      put(start, statement.expression.getStart(file), "");
    } else if (ts.canHaveModifiers(statement)) {
      for (const modifier of ts.getModifiers(statement) ?? []) {
        const { kind, end } = modifier;
        const first = modifier.getStart(file);
        // `export default function () {}` has no name: it must stand where an expression can.
        if (kind === ts.SyntaxKind.DefaultKeyword) put(first, end, isNamed(statement) ? "" : "void");
        else if (kind === ts.SyntaxKind.ExportKeyword) put(first, end, "");
      }
    }
  }
  return changed(source, changes);
}

/** One copy of the text for all changes: a cell may be long. */
function changed(source: string, changes: readonly (readonly [number, number, string])[]): string {
  let text = "";
  let position = 0;
  for (const [start, end, replacement] of changes) {
    text += source.slice(position, start) + replacement;
    position = end;
  }
  return text + source.slice(position);
}

/** `export { a as default }` and `export { a as "b" }` give no name to a cell. */
function isName(name: ts.ModuleExportName): boolean {
  return ts.isIdentifier(name) && name.text !== "default";
}

function isNamed(statement: ts.Statement): boolean {
  const nameable = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return !nameable || statement.name !== undefined;
}

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
  put(0, /^#!.*/.exec(source)?.[0].length ?? 0, "");
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    if (ts.isExportDeclaration(statement)) {
      const from = statement.moduleSpecifier?.getStart(file);
      if (from === undefined) put(start, statement.end, "");
      else put(start, bindsNames(statement) ? start + "export".length : from, "import");
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

/** Whether `export … from` is an import when it says so: `default` and texts are no names, and `*` gives none. */
function bindsNames({ exportClause }: ts.ExportDeclaration): boolean {
  if (exportClause === undefined) return false;
  if (ts.isNamespaceExport(exportClause)) return isName(exportClause.name);
  return exportClause.elements.every(({ name }) => isName(name));
}

function isName(name: ts.ModuleExportName): boolean {
  return ts.isIdentifier(name) && name.text !== "default";
}

function isNamed(statement: ts.Statement): boolean {
  const nameable = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return !nameable || statement.name !== undefined;
}

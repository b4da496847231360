import ts from "../compile/typescript.cjs";
import { transpile } from "../run/transpile.js";

/**
 * The names of a module that its translation has members for: `basename`, which is `node_path_1.basename` there, and
 * variables that it exports, which are members of `exports`.
 */
export function moduleNames(path: string, text: string): ReadonlyMap<string, string> {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = file.statements.filter((each) => ts.isImportDeclaration(each));
  const imported = imports.flatMap(namesOf);
  const exported = file.statements.flatMap((each) =>
    ts.isVariableStatement(each) && isExported(each)
      ? each.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
      : [],
  );
  const names = [...imported, ...exported];
  if (names.length === 0) return new Map();
  const uses = names.map((name, at) => `"@${at}", ${name};`);
  const declared = exported.map((name) => `export let ${name};`);
  const asked = [...imports.map((each) => each.getText(file)), ...declared, ...uses].join("\n");
  const { code } = transpile(path, asked);
  return new Map(
    [...code.matchAll(/"@(\d+)", (.*);/g)].map(([, at, what]) => [names[Number(at)] ?? "", what ?? ""]),
  );
}

/** The names that an import declares for values. */
function namesOf({ importClause }: ts.ImportDeclaration): string[] {
  if (importClause === undefined || importClause.isTypeOnly) return [];
  const { name, namedBindings } = importClause;
  const named =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name]
        : namedBindings.elements.filter((each) => !each.isTypeOnly).map((each) => each.name);
  return [...(name === undefined ? [] : [name]), ...named].map(({ text }) => text);
}

function isExported({ modifiers }: ts.VariableStatement): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

import { importedBindings } from "./declared.js";
import ts from "./typescript.cjs";

export interface CellImports {
  /** Modules to load, in order. */
  readonly modules: readonly string[];
  /** What each imported value is called in the code: `__m[0].conv2d`. */
  readonly values: ReadonlyMap<string, string>;
  /** The import statements, to be taken out of the code. */
  readonly statements: readonly ts.ImportDeclaration[];
  /** `import x = require("m")` and `import x = N.x`, and whether each stands for a value. */
  readonly equals: ReadonlyMap<ts.ImportEqualsDeclaration, boolean>;
}

/** Reads the import statements of a cell. Types alone load nothing; unused values do, for the cells to come. */
export function readImports(file: ts.SourceFile, start: number, checker: ts.TypeChecker): CellImports {
  const modules: string[] = [];
  const values = new Map<string, string>();
  const statements = file.statements.filter(ts.isImportDeclaration).filter(({ end }) => end > start);
  for (const statement of statements) {
    if (statement.importClause?.isTypeOnly === true) continue;
    const bindings = importedBindings(statement);
    const used = bindings.filter(({ name }) => standsForValue(name, checker));
    if (bindings.length > 0 && used.length === 0) continue;
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    if (!modules.includes(specifier)) modules.push(specifier);
    const module = `__m[${modules.indexOf(specifier)}]`;
    for (const { name, key } of used) values.set(name.text, key === "*" ? module : module + member(key));
  }
  const equals = new Map<ts.ImportEqualsDeclaration, boolean>();
  for (const statement of file.statements.filter(ts.isImportEqualsDeclaration)) {
    if (statement.end <= start) continue;
    const isValue = !statement.isTypeOnly && standsForValue(statement.name, checker);
    equals.set(statement, isValue);
    if (isValue) values.set(statement.name.text, statement.name.text);
  }
  return { modules, values, statements, equals };
}

function member(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function standsForValue(name: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = name;
  if (ts.isImportSpecifier(parent) && parent.isTypeOnly) return false;
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return true;
  const target = checker.getAliasedSymbol(symbol);
  return target.declarations === undefined || (target.flags & ts.SymbolFlags.Value) !== 0;
}

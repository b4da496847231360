import type { Declared } from "./types.js";
import ts from "./typescript.cjs";

/** The names that a cell declares at its top level: one entry for each declaration, ambient ones as `type`. */
export function declaredNames(file: ts.SourceFile): Declared[] {
  const found: Declared[] = [];
  const add = (id: ts.Identifier, kind: Declared["kind"]): void => {
    if (id.text !== "") found.push({ name: id.text, kind, position: id.getStart(file) });
  };
  for (const statement of file.statements) addStatement(statement, add);
  return found;
}

type Add = (id: ts.Identifier, kind: Declared["kind"]) => void;

function addStatement(statement: ts.Statement, add: Add): void {
  const ambient = isAmbient(statement);
  if (ts.isVariableStatement(statement)) {
    const kind = ambient ? "type" : isConstant(statement.declarationList) ? "const" : "let";
    for (const { name } of statement.declarationList.declarations)
      addBinding(name, (id) => {
        add(id, kind);
      });
  } else if (ts.isFunctionDeclaration(statement)) {
    if (statement.name) add(statement.name, ambient ? "type" : "const");
  } else if (ts.isClassDeclaration(statement)) {
    if (statement.name) add(statement.name, ambient ? "type" : "class");
  } else if (ts.isEnumDeclaration(statement)) {
    add(statement.name, ambient ? "type" : "class");
  } else if (ts.isModuleDeclaration(statement)) {
    if (ts.isIdentifier(statement.name)) add(statement.name, ambient ? "type" : "class");
  } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    add(statement.name, "type");
  } else if (ts.isImportDeclaration(statement)) {
    for (const { name } of importedBindings(statement)) add(name, "import");
  } else if (ts.isImportEqualsDeclaration(statement)) {
    add(statement.name, "import");
  } else {
    addHoisted(statement, add);
  }
}

/** The identifiers that an import statement binds, with what each stands for in the module (`*`: all of it). */
export function importedBindings(statement: ts.ImportDeclaration): { name: ts.Identifier; key: string }[] {
  const clause = statement.importClause;
  if (clause === undefined) return [];
  const found: { name: ts.Identifier; key: string }[] = [];
  if (clause.name) found.push({ name: clause.name, key: "default" });
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) found.push({ name: bindings.name, key: "*" });
  if (bindings && ts.isNamedImports(bindings)) {
    for (const { name, propertyName } of bindings.elements)
      found.push({ name, key: (propertyName ?? name).text });
  }
  return found;
}

/** `var` in loops and blocks belongs to the top level too. */
function addHoisted(node: ts.Node, add: Add): void {
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isModuleDeclaration(node)) return;
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) {
    for (const { name } of node.declarations)
      addBinding(name, (id) => {
        add(id, "let");
      });
  }
  ts.forEachChild(node, (child) => {
    addHoisted(child, add);
  });
}

function addBinding(name: ts.BindingName, add: (id: ts.Identifier) => void): void {
  if (ts.isIdentifier(name)) {
    add(name);
    return;
  }
  for (const element of name.elements) {
    if (ts.isBindingElement(element)) addBinding(element.name, add);
  }
}

function isAmbient(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)
  );
}

function isConstant(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.Constant) !== 0;
}

/** Every identifier written in a file, property names included. */
export function identifiersIn(file: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

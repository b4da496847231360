import ts from "./typescript.cjs";

/** A module that a file names. */
export interface Named {
  readonly specifier: string;
  /** Whether by `import x = require("…")`. */
  readonly required: boolean;
}

/** The modules that a file names in imports of any kind, types included. */
export function modulesIn(file: ts.SourceFile | undefined): Named[] {
  const found: Named[] = [];
  const add = (node: ts.Node | undefined, required = false): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, required });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node.expression, true);
    else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  if (file !== undefined) visit(file);
  return found;
}

/** Whether a file adds to the declarations of others: by `declare global` or `declare module "…"`. */
export function augmentsOthers(file: ts.SourceFile): boolean {
  return file.statements.some(
    (statement) =>
      ts.isModuleDeclaration(statement) &&
      (ts.isStringLiteral(statement.name) || statement.name.text === "global"),
  );
}

/** The line that imports a module in a file of all imports. */
export function importLine(specifier: string, required: boolean, number: number): string {
  const name = JSON.stringify(specifier);
  return required ? `import __m${number} = require(${name});` : `import ${name};`;
}

/** The conditions by which a module is looked for. */
export function modeOf(required: boolean): ts.ResolutionMode {
  return required ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
}

import { hasTypes } from "./internals.js";
import ts from "./typescript.cjs";

/** Whether a cell that is erasable has no types, so that it is JavaScript as it stands. */
export function isPlain(file: ts.SourceFile, start: number): boolean {
  return file.statements.every((statement) => statement.end <= start || !hasTypes(statement));
}

/**
 * Whether a cell becomes JavaScript by leaving its types out, and runs as it then stands on every Node. `defines` says
 * whether fields of classes are defined, as JavaScript does.
 */
export function isErasable(file: ts.SourceFile, start: number, defines = true): boolean {
  let erasable = true;
  const visit = (node: ts.Node): void => {
    if (!erasable) return;
    if (needsTypeScript(node) || (!defines && ts.isPropertyDeclaration(node))) erasable = false;
    else ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement);
  return erasable;
}

function needsTypeScript(node: ts.Node): boolean {
  if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node) || ts.isDecorator(node)) return true;
  if (ts.isImportEqualsDeclaration(node) || ts.isExportAssignment(node)) return true;
  if (ts.isVariableDeclarationList(node)) return (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using;
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return true;
  if (ts.isPropertyDeclaration(node)) return ts.isAutoAccessorPropertyDeclaration(node);
  return ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent);
}

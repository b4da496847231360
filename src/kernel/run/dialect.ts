import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "../compile/typescript.cjs";
import { projectOf } from "../tsconfig.js";
import { isPath } from "./localFile.js";
import { find } from "./resolution.js";

/**
 * Which decorators a local module has, and what its JSX becomes: as the nearest tsconfig.json says, else as the module
 * itself looks.
 */
export function dialectOf(file: string, source: string): ts.CompilerOptions {
  const { baseUrl: _, paths: __, pathsBasePath: ___, ...options } = projectOf(dirname(file)).options;
  const written = options.jsx === ts.JsxEmit.Preserve || options.jsx === ts.JsxEmit.ReactNative;
  return {
    ...options,
    experimentalDecorators: options.experimentalDecorators ?? !hasStandardDecorators(file, source),
    jsx: options.jsx === undefined || written ? jsxOf(source, options) : options.jsx,
  };
}

function jsxOf(source: string, options: ts.CompilerOptions): ts.JsxEmit {
  const classic = options.jsxFactory !== undefined || /@jsx\s/.test(source);
  const hasReact = /\b(?:import|const|let|var|,)\s*(?:\*\s*as\s+)?React\b/.test(source);
  return classic || hasReact ? ts.JsxEmit.React : ts.JsxEmit.ReactJSX;
}

const standard = /\bClass(?:Method|Getter|Setter|Field|Accessor)?DecoratorContext\b|\bDecoratorContext\b/;

/** Decorators of the standard name the type of their second parameter, here or where they are imported from. */
function hasStandardDecorators(file: string, source: string): boolean {
  if (!/(?:^|[^\w"'`*])@[\w$(]/m.test(source)) return false;
  if (standard.test(source) || /\baccessor\s+[\w$#[]/.test(source)) return true;
  const imported = ts.preProcessFile(source).importedFiles.map(({ fileName }) => fileName);
  return imported.filter(isPath).some((specifier) => {
    try {
      return standard.test(readFileSync(find(specifier, dirname(file), "import"), "utf8"));
    } catch {
      return false;
    }
  });
}

/** Whether a file is an ES module: by its ending, by what it says, and where it says nothing, unless it is CommonJS. */
export function hasModuleSyntax(file: string, source: string): boolean {
  if (/\.m[jt]s$/.test(file)) return true;
  const parsed = ts.createSourceFile(`${file}.tsx`, `${source}\nexport {};`, ts.ScriptTarget.ES2022);
  const says = parsed.statements.slice(0, -1).some(isModuleStatement);
  if (says || /\bimport\.meta\b/.test(source)) return true;
  return !/\.c[jt]s$/.test(file) && !/\b(?:module\.exports|exports\s*[.[]|require\s*\()/.test(source);
}

function isModuleStatement(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return true;
  if (ts.isExportAssignment(statement)) return true;
  if (ts.isImportEqualsDeclaration(statement)) return ts.isExternalModuleReference(statement.moduleReference);
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

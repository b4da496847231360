import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "../compile/typescript.cjs";
import { projectOf } from "../tsconfig.js";
import { find, isPath } from "./resolution.js";

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

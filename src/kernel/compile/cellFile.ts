import { type BoundFile, internals } from "./internals.js";
import { type Jsx, runtimeModule } from "./jsx.js";
import ts from "./typescript.cjs";

/** The file of a cell, as a program would prepare it. */
export function cellFile(path: string, text: string, jsx: Jsx | undefined): BoundFile {
  const how = {
    languageVersion: ts.ScriptTarget.ESNext,
    setExternalModuleIndicator: (file: ts.SourceFile) => {
      // With a node here, `module.exports = …` in JavaScript is an assignment like others.
      (file as BoundFile).externalModuleIndicator = path.endsWith(".js") ? file : true;
    },
  };
  const file = ts.createSourceFile(path, text, how, true) as BoundFile;
  return Object.assign(file, {
    path,
    resolvedPath: path,
    originalFileName: path,
    imports: jsx?.runtime === "automatic" ? [jsxImport(file, runtimeModule(jsx))] : [],
    moduleAugmentations: [],
    ambientModuleNames: [],
  });
}

/** The import of a module that JSX needs and nobody writes, where the checker looks for it. */
function jsxImport(file: ts.SourceFile, module: string): ts.StringLiteral {
  const literal = ts.factory.createStringLiteral(module);
  const statement = ts.factory.createImportDeclaration(undefined, undefined, literal);
  internals.setParent(literal, statement);
  internals.setParent(statement, file);
  return literal;
}

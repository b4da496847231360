import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import type ts from "typescript";
import { filesUnder, read, root } from "./files.js";

// tslab checks cells with its own TypeScript 5.0, node10 resolution: the declarations must please that one too.
const old = createRequire(import.meta.url)("@tslab/typescript-for-tslab") as typeof ts;

const options: ts.CompilerOptions = {
  target: old.ScriptTarget.ES2022,
  module: old.ModuleKind.ESNext,
  moduleResolution: 2, // node10; its name differs between TypeScript 5.0 and 5.9
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  strict: true,
  noEmit: true,
};

/** Checks a program typed here as if it lay in notebooks/; returns the faults of it and of convlab's declarations. */
function check(source: string): { faults: string[]; program: ts.Program; path: string } {
  const path = join(root, "notebooks", "every-name.ts");
  const host = old.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.readFile = (name) => (name === path ? source : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? old.createSourceFile(name, source, old.ScriptTarget.ES2022, true)
      : getSourceFile(name, ...rest);
  host.getCurrentDirectory = () => join(root, "notebooks");
  const program = old.createProgram([path], options, host);
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === path || fileName.startsWith(join(root, "dist")));
  const faults = ours.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => {
      const line = found.start === undefined ? 0 : file.getLineAndCharacterOfPosition(found.start).line + 1;
      return `${file.fileName.slice(root.length + 1)}:${line} ${old.flattenDiagnosticMessageText(found.messageText, " ")}`;
    }),
  );
  return { faults, program, path };
}

/** The names convlab exports: values, and those that are types only. */
function publicNames(): { values: string[]; types: string[] } {
  const { program, path } = check('import * as all from "convlab";\nexport { all };');
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const statement = file?.statements[0];
  assert.ok(statement && old.isImportDeclaration(statement));
  const module = checker.getSymbolAtLocation(statement.moduleSpecifier);
  assert.ok(module, "convlab is found from notebooks/");
  const values: string[] = [];
  const types: string[] = [];
  for (const symbol of checker.getExportsOfModule(module)) {
    const target = symbol.flags & old.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (isTypeOnly(symbol)) {
      types.push(symbol.name);
      continue;
    }
    (target.flags & old.SymbolFlags.Value ? values : types).push(symbol.name);
  }
  return { values, types };
}

/** Whether the list exports the name as a type, which for a class means its instances only. */
function isTypeOnly({ declarations }: ts.Symbol): boolean {
  const specifier = declarations?.[0];
  return (
    specifier !== undefined &&
    old.isExportSpecifier(specifier) &&
    (specifier.isTypeOnly || specifier.parent.parent.isTypeOnly)
  );
}

test("the declarations pass under tslab's TypeScript with every public name imported", () => {
  assert.equal(old.version, "5.0.4");
  const { values, types } = publicNames();
  assert.ok(values.includes("tf"), "index.ts exports tf");
  const source = [
    `import { ${values.join(", ")} } from "convlab";`,
    ...(types.length > 0 ? [`export type { ${types.join(", ")} } from "convlab";`] : []),
    `export const all: unknown[] = [${values.join(", ")}];`,
  ].join("\n");
  assert.deepEqual(check(source).faults, []);
});

test("every declaration file parses under tslab's TypeScript", () => {
  const broken = filesUnder("dist", ".d.ts").filter((path) => {
    const file = old.createSourceFile(path, read(path), old.ScriptTarget.ES2022);
    return (file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics.length > 0;
  });
  assert.deepEqual(broken, []);
});

test("check(source) notices a name that is not there, and a wrong type", () => {
  assert.match(
    check('import { noSuchName } from "convlab";\nexport { noSuchName };').faults.join(),
    /no exported member/,
  );
  assert.match(
    check('import { tf } from "convlab";\nexport const t: string = tf.scalar(1);').faults.join(),
    /not assignable/,
  );
});

// The script of the snapshot that the kernel's process for cells starts from: `node --build-snapshot` runs it and keeps
// what is in memory then, the compiler and the declarations that nearly every notebook needs. No module can be loaded
// in here, so that it reads its own: the arguments are the kernel's folder `compile`, the file of TypeScript, and files
// of declarations.
const fs = require("node:fs");
const path = require("node:path");
const v8 = require("node:v8");
const vm = require("node:vm");

const [, , compile = "", typescriptFile = "", ...roots] = process.argv;

/**
 * The exports of a CommonJS file whose own imports `load` answers.
 *
 * @param {string} file
 * @param {(specifier: string) => unknown} load
 */
function read(file, load) {
  const body = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, "utf8")}\n})`;
  const module = { exports: {} };
  const run = new vm.Script(body, { filename: file }).runInThisContext();
  run(module.exports, load, module, file, path.dirname(file));
  return module.exports;
}

const ts = /** @type {typeof import("typescript")} */ (read(typescriptFile, require));
const libraries = /** @type {typeof import("../../dist/kernel/compile/libraries.cjs")} */ (
  read(path.join(compile, "libraries.cjs"), () => ts)
);

/** @type {import("typescript").CompilerOptions} */
const options = {
  target: libraries.newestTarget(),
  lib: ["lib.esnext.d.ts"],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ["node", "module-sync", "node-addons"],
  moduleDetection: ts.ModuleDetectionKind.Force,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};
const host = ts.createCompilerHost(options, true);
const { readFile } = host;
host.readFile = (/** @type {string} */ file) => {
  const text = readFile(file);
  return text !== undefined && libraries.isNewLibrary(file) ? libraries.presentOnly(text) : text;
};
/** @typedef {import("typescript").FileReference} FileReference */

/** @type {Map<string, Map<string, import("typescript").ResolvedModuleFull>>} */
const modules = new Map();
/** @type {Map<string, Map<string, import("typescript").ResolvedTypeReferenceDirective>>} */
const types = new Map();
host.resolveModuleNameLiterals = (
  /** @type {readonly import("typescript").StringLiteralLike[]} */ literals,
  /** @type {string} */ from,
  /** @type {import("typescript").ResolvedProjectReference | undefined} */ _,
  /** @type {import("typescript").CompilerOptions} */ settings,
  /** @type {import("typescript").SourceFile} */ file,
) =>
  literals.map((literal) => {
    const mode = ts.getModeForUsageLocation(file, literal, settings);
    const { resolvedModule } = ts.resolveModuleName(
      literal.text,
      from,
      options,
      host,
      undefined,
      undefined,
      mode,
    );
    if (resolvedModule !== undefined) keep(modules, from, literal.text, resolvedModule);
    return { resolvedModule };
  });
host.resolveTypeReferenceDirectiveReferences = (
  /** @type {readonly (FileReference | string)[]} */ references,
  /** @type {string} */ from,
) =>
  references.map((reference) => {
    const name = typeof reference === "string" ? reference : reference.fileName;
    const found = ts.resolveTypeReferenceDirective(name, from, options, host);
    if (found.resolvedTypeReferenceDirective !== undefined)
      keep(types, from, name, found.resolvedTypeReferenceDirective);
    return found;
  });

/**
 * @template Found
 * @param {Map<string, Map<string, Found>>} all
 * @param {string} from
 * @param {string} name
 * @param {Found} found
 */
function keep(all, from, name, found) {
  const some = all.get(from) ?? new Map();
  all.set(from, some.set(name, found));
}

// What was run here is compiled already when a process starts from the snapshot: so a cell is checked.
const sample = path.join(compile, "sample.ts");
const sampleText = [
  "const list = [1, 2, 3].map((each, at) => each * at);",
  "function mean(values: number[]): number { let sum = 0; for (const value of values) sum += value; return sum; }",
  "class Box<T> { constructor(private readonly inside: T) {} get content(): T { return this.inside; } }",
  "interface Shape { readonly height: number; width?: number }",
  "const shape: Shape = { height: 2, ...{ width: 3 } };",
  'console.log(mean(list), new Box("text").content.length, shape.width ?? 0, await Promise.all([1]));',
  "export { list, mean, Box, shape };",
].join("\n");
const { getSourceFile } = host;
host.getSourceFile = (
  /** @type {string} */ file,
  /** @type {import("typescript").CreateSourceFileOptions} */ how,
) => (file === sample ? ts.createSourceFile(sample, sampleText, how, true) : getSourceFile(file, how));
const program = ts.createProgram({ rootNames: [...roots, sample], options, host });
program.getSemanticDiagnostics(program.getSourceFile(sample));
ts.transpileModule(sampleText, { compilerOptions: options });
const files = new Map();
for (const file of program.getSourceFiles()) {
  if (file.fileName === sample) continue;
  const { mtimeMs, size } = fs.statSync(file.fileName);
  files.set(file.fileName, { file, version: `${mtimeMs}:${size}` });
}
Object.defineProperty(globalThis, Symbol.for("convlab.snapshot"), {
  value: { ts, path: typescriptFile, files, modules, types },
  configurable: true,
});

v8.startupSnapshot.setDeserializeMainFunction(() => {
  const [, main = ""] = process.argv;
  const script = new vm.Script(`import(${JSON.stringify(main)})`, {
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  // Node calls that experimental, in a warning that no reader needs.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  script.runInThisContext();
  process.emitWarning = emitWarning;
});

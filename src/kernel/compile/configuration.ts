import { dirname, join, relative } from "node:path";
import { statSync } from "../disk.js";
import { stampOf } from "./files.js";
import ts from "./typescript.cjs";

/** What cells are written in. */
export type Language = "typescript" | "javascript";

/** What a notebook's tsconfig.json says about cells. */
export interface Configuration {
  /** Only those that make sense for cells, as the file has them. */
  readonly options: ts.CompilerOptions;
  /** One line for each thing wrong with the file. */
  readonly warnings: readonly string[];
}

/** Options that count in cells; the others of TypeScript say where output goes, or what a project is made of. */
const counted = [
  ...["strict", "noImplicitAny", "strictNullChecks", "strictFunctionTypes", "strictBindCallApply"],
  ...["strictPropertyInitialization", "strictBuiltinIteratorReturn", "noImplicitThis"],
  ...["useUnknownInCatchVariables", "noImplicitReturns", "noFallthroughCasesInSwitch"],
  ...["noUncheckedIndexedAccess", "exactOptionalPropertyTypes", "noImplicitOverride"],
  ...["noPropertyAccessFromIndexSignature", "noUncheckedSideEffectImports", "allowUnreachableCode"],
  ...["allowUnusedLabels", "allowUmdGlobalAccess", "checkJs", "lib", "target", "types", "typeRoots"],
  ...["paths", "pathsBasePath", "baseUrl", "rootDirs", "customConditions", "resolveJsonModule"],
  ...["allowImportingTsExtensions", "jsx", "jsxFactory", "jsxFragmentFactory", "jsxImportSource"],
  ...["reactNamespace", "experimentalDecorators", "emitDecoratorMetadata", "useDefineForClassFields"],
] as const;

const nothing = (): Configuration => ({ options: {}, warnings: [] });
/** "No inputs were found": cells are no files of a project. */
const aboutInputs = new Set([18002, 18003]);

/** The tsconfig.json beside a notebook, or in the nearest folder above; for JavaScript also a jsconfig.json. */
export class ConfigurationFile {
  readonly #folder: string;
  readonly #names: readonly string[];
  #file: string | undefined;
  #stamps: ReadonlyMap<string, string> = new Map();
  #latest = nothing();
  #said = "";

  constructor(folder: string, language: Language = "typescript") {
    this.#folder = folder;
    this.#names = language === "javascript" ? ["jsconfig.json", "tsconfig.json"] : ["tsconfig.json"];
  }

  /** What it says now: the same object as long as it and all that it extends have not changed. */
  read(): Configuration {
    const file = this.#find();
    if (file === this.#file && this.#isFresh()) return this.#latest;
    this.#file = file;
    this.#stamps = new Map();
    this.#latest = file === undefined ? nothing() : this.#parse(file);
    return this.#latest;
  }

  /** The files that were read, with their stamps. */
  get stamps(): ReadonlyMap<string, string> {
    return this.#stamps;
  }

  /** The warnings that have not been given yet. */
  unsaid(): readonly string[] {
    const { warnings } = this.read();
    const text = warnings.join("\n");
    if (text === this.#said) return [];
    this.#said = text;
    return warnings;
  }

  #find(folder = this.#folder): string | undefined {
    const files = this.#names.map((name) => join(folder, name));
    const found = files.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
    const parent = dirname(folder);
    return found ?? (parent === folder ? undefined : this.#find(parent));
  }

  #isFresh(): boolean {
    // What was wrong may lie outside the files that were read: one that it extends and that was not there.
    if (this.#latest.warnings.length > 0) return false;
    return [...this.#stamps].every(([path, stamp]) => stampOf(path) === stamp);
  }

  #parse(file: string): Configuration {
    const host = { ...ts.sys, useCaseSensitiveFileNames: true, readDirectory: () => ["cell.ts"] };
    const source = ts.readJsonConfigFile(file, ts.sys.readFile);
    const parsed = ts.parseJsonSourceFileConfigFileContent(source, host, dirname(file), {}, file);
    const read = [file, ...(source.extendedSourceFiles ?? [])];
    this.#stamps = new Map(read.map((path) => [path, stampOf(path)]));
    const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
    // Of a damaged file the first error says all.
    const told = parseDiagnostics[0]
      ? [parseDiagnostics[0]]
      : parsed.errors.filter(({ code }) => !aboutInputs.has(code));
    const warnings = new Set(told.map((one) => this.#warningOf(one, source)));
    const given = counted.filter((name) => parsed.options[name] !== undefined);
    const options: ts.CompilerOptions = Object.fromEntries(given.map((name) => [name, parsed.options[name]]));
    return { options, warnings: [...warnings] };
  }

  /** What has no place of its own is about a file that is extended. */
  #warningOf(one: ts.Diagnostic, read: ts.TsConfigSourceFile): string {
    const { file = read, start = Math.max(0, read.text.search(/"extends"/)), messageText } = one;
    const path = file.fileName;
    const near = relative(this.#folder, path);
    const name = near.length < path.length ? near : path;
    const { line, character } = ts.getLineAndCharacterOfPosition(file, start);
    const message = ts.flattenDiagnosticMessageText(messageText, " ").replace(/\s+/g, " ");
    const way = "Correct it there: the next cell sees it, and until then cells do without it.";
    return `${name}:${line + 1}:${character + 1}: ${message.replace(/\.?$/, ".")} ${way}`;
  }
}

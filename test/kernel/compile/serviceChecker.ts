import { join } from "node:path";
import { moduleOf } from "../../../src/kernel/compile/cellFile.js";
import type { CellChecker, View } from "../../../src/kernel/compile/checker.js";
import { Files } from "../../../src/kernel/compile/files.js";
import { globals, globalsFile } from "../../../src/kernel/compile/globals.js";
import type { BoundFile } from "../../../src/kernel/compile/internals.js";
import { checkOptions } from "../../../src/kernel/compile/options.js";
import { createResolver } from "../../../src/kernel/compile/resolve.js";
import ts from "../../../src/kernel/compile/typescript.cjs";

/** The checker that the kernel's own is compared with: TypeScript's language service, a new program for every cell. */
export class ServiceChecker implements CellChecker {
  readonly #folder: string;
  readonly #texts = new Map<string, { text: string; version: string }>();
  readonly #files = new Files();
  readonly service: ts.LanguageService;
  readonly #host: ts.LanguageServiceHost;
  /** The text opened last. */
  latest = "";
  #root: string;
  #options: ts.CompilerOptions;
  #opened = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#root = globalsFile(folder);
    this.#set(this.#root, globals);
    this.#options = checkOptions(folder);
    const resolver = createResolver(this.#files, folder, this.#options);
    const host: ts.LanguageServiceHost & Pick<ts.CompilerHost, "getModuleResolutionCache"> = {
      ...ts.sys,
      getCompilationSettings: () => this.#options,
      getScriptFileNames: () => [globalsFile(folder), this.#root],
      getScriptVersion: (path) => this.#texts.get(path)?.version ?? "0",
      getScriptSnapshot: (path) => {
        const text = this.#texts.get(path)?.text ?? this.#files.read(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
      fileExists: (path) => this.#texts.has(path) || ts.sys.fileExists(path),
      readFile: (path) => this.#texts.get(path)?.text ?? this.#files.read(path),
      useCaseSensitiveFileNames: () => true,
      resolveModuleNameLiterals: (literals, from, _, settings, file) =>
        literals.map((literal) => ({
          resolvedModule: literal.text.startsWith("./__cell_")
            ? { resolvedFileName: this.#pathOf(literal.text), extension: ts.Extension.Ts }
            : resolver.resolve(literal.text, from, ts.getModeForUsageLocation(file, literal, settings)),
        })),
      resolveTypeReferenceDirectiveReferences: (references, from) =>
        references.map((each) =>
          resolver.resolveTypes(typeof each === "string" ? each : each.fileName, from),
        ),
      getModuleResolutionCache: () => resolver.cache,
    };
    this.#host = host;
    this.service = ts.createLanguageService(host);
  }

  get languageHost(): ts.LanguageServiceHost {
    return this.#host;
  }

  setOptions(options: ts.CompilerOptions): void {
    this.#options = options;
  }

  open(text: string, cell?: number): View {
    const path = this.#pathOf(moduleOf(cell ?? 1_000_000 + ++this.#opened));
    this.latest = text;
    this.#set(path, text);
    this.#root = path;
    const program = this.service.getProgram() as ts.Program;
    return {
      path,
      file: program.getSourceFile(path) as BoundFile,
      program,
      checker: program.getTypeChecker(),
    };
  }

  faults({ path }: View): readonly ts.Diagnostic[] {
    const syntactic = this.service.getSyntacticDiagnostics(path);
    return syntactic.length > 0 ? syntactic : this.service.getSemanticDiagnostics(path);
  }

  close({ path }: View): void {
    this.#texts.delete(path);
  }

  looked(): void {}

  spoil(): boolean {
    return false;
  }

  keepOnly(): void {}

  release(): void {}

  #set(path: string, text: string): void {
    this.#texts.set(path, { text, version: String(++this.#opened) });
  }

  #pathOf(module: string): string {
    return join(this.#folder, `${module}.ts`);
  }
}

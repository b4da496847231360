import { join } from "node:path";
import { isCell } from "./cellFile.js";
import { Files, isOwn } from "./files.js";
import type { Form } from "./form.js";
import { globals, globalsFile } from "./globals.js";
import type { BoundFile, CheckerHost, FullChecker, Resolution } from "./internals.js";
import { languageHostOf } from "./languageHost.js";
import { modulesIn } from "./modulesOf.js";
import { changesProgram, checkOptions } from "./options.js";
import { createResolver, type Resolver } from "./resolve.js";
import ts from "./typescript.cjs";

/**
 * The program that stands behind the cells of a notebook: the libraries, the packages and the reader's own modules
 * imported so far, and the cells that add to the declarations of others.
 */
export class BaseProgram {
  readonly #folder: string;
  readonly #files = new Files();
  /** The file that imports all that cells have imported. */
  readonly #base: string;
  #resolver: Resolver;
  /** How the files of cells end that are no plain TypeScript, by module. */
  readonly #extensions = new Map<string, Form["extension"]>();
  /** Modules that cells import, and where each was found last. */
  readonly #imported = new Map<string, { line: string; path: string }>();
  /** Cells with `declare global` and the like, which concern all files. */
  readonly #augmenting = new Set<string>();
  /** The options asked for, and with what has changed since. */
  #given: ts.CompilerOptions;
  #options: ts.CompilerOptions;
  #program: CheckerHost | undefined;
  #fresh = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#base = this.pathOf("./__base__");
    this.#given = checkOptions(folder);
    this.#options = this.#given;
    this.#resolver = createResolver(this.#files, folder, this.#options);
    this.#files.setCell(globalsFile(folder), globals);
  }

  get options(): ts.CompilerOptions {
    return this.#options;
  }

  /** Where the file of a cell would lie; what is no plain TypeScript has its `extension`, from then on. */
  pathOf(module: string, extension?: Form["extension"]): string {
    if (extension !== undefined && extension !== ".ts") this.#extensions.set(module, extension);
    return join(this.#folder, module + (this.#extensions.get(module) ?? ".ts"));
  }

  /** The same object as before means the same options. Returns whether they are others. */
  setOptions(options: ts.CompilerOptions): boolean {
    if (this.#given === options) return false;
    const before = this.#options;
    this.#given = options;
    this.#options = options;
    if (changesProgram(before, options)) {
      this.#program = undefined;
      this.#fresh = false;
      this.#resolver = createResolver(this.#files, this.#folder, options);
    }
    return true;
  }

  /** Notes what a cell imports. */
  import(file: BoundFile): void {
    const unwritten = file.imports.map(({ text }) => ({ specifier: text, required: false }));
    for (const { specifier, required } of [...modulesIn(file), ...unwritten]) {
      if (isCell(specifier)) continue;
      const found = this.#resolver.resolve(specifier, this.#base, modeOf(required));
      if (found === undefined) continue;
      const path = found.resolvedFileName;
      const key = `${specifier}\0${required}`;
      const known = this.#imported.get(key)?.path === path;
      const name = JSON.stringify(specifier);
      const line = required ? `import __m${this.#imported.size} = require(${name});` : `import ${name};`;
      if (!known) this.#imported.set(key, { line, path });
      if (!known && this.#program?.getSourceFile(path) === undefined) this.#fresh = false;
    }
  }

  /** Makes a cell a part of the program, and so `others`, which it may import. */
  augment(path: string, text: string, others: Iterable<BoundFile>): void {
    for (const { fileName, text: each } of others) this.#files.setCell(fileName, each);
    this.#files.setCell(path, text);
    this.#augmenting.add(path);
    this.#fresh = false;
  }

  /** Takes a cell out again. */
  withdraw(path: string): void {
    if (this.#augmenting.delete(path)) this.#fresh = false;
  }

  /** Whether the program has all that cells import, as it was when `look` was called last. */
  get isCurrent(): boolean {
    return this.#fresh;
  }

  /** Looks whether the reader's files and packages are as they were. */
  look(): void {
    if (!this.#resolver.stale()) return;
    this.#fresh = false;
    if (!this.#resolver.packagesChanged) return;
    // Types for all files may have come or gone.
    const { typeRoots = [] } = checkOptions(this.#folder);
    this.#options = this.#resolver.setOptions({ ...this.#options, typeRoots });
  }

  /** What a checker asks: a program of what is there now, and `cells` beside it. */
  host(cells: Map<string, BoundFile>, checker: () => FullChecker | undefined): CheckerHost {
    const lines = [...this.#imported.values()].map(({ line }) => line);
    this.#files.setCell(this.#base, `${lines.join("\n")}\nexport {};\n`);
    const program = ts.createProgram({
      rootNames: [this.#base, globalsFile(this.#folder), ...this.#augmenting],
      options: this.#options,
      host: this.#compilerHost(),
      ...(this.#program && { oldProgram: this.#program }),
    }) as CheckerHost;
    this.#resolver.settle();
    this.#program = program;
    this.#fresh = true;
    for (const { fileName } of program.getSourceFiles()) cells.delete(fileName);
    return Object.create(program, {
      getSourceFile: { value: (path: string) => cells.get(path) ?? program.getSourceFile(path) },
      getResolvedModule: {
        value: (file: ts.SourceFile, name: string, mode: ts.ResolutionMode): Resolution | undefined =>
          cells.has(file.fileName)
            ? { resolvedModule: this.#resolve(name, this.#base, mode) }
            : program.getResolvedModule(file, name, mode),
      },
      getTypeChecker: { value: checker },
      getCompilerOptions: { value: () => this.#options },
    }) as CheckerHost;
  }

  /** What TypeScript's services ask of those who use them. */
  get languageHost(): ts.LanguageServiceHost {
    return languageHostOf(this.#folder, this.#files, this.#options);
  }

  #resolve(specifier: string, from: string, mode: ts.ResolutionMode): ts.ResolvedModuleFull | undefined {
    if (!isCell(specifier)) return this.#resolver.resolve(specifier, from, mode);
    const resolvedFileName = this.pathOf(specifier);
    const extension = this.#extensions.get(specifier) ?? ts.Extension.Ts;
    return { resolvedFileName, extension, isExternalLibraryImport: false };
  }

  #compilerHost(): ts.CompilerHost {
    const { resolveTypes, cache } = this.#resolver;
    return {
      ...ts.createCompilerHost(this.#options, false),
      getSourceFile: (path, how) => this.#files.sourceFile(path, how),
      getCurrentDirectory: () => this.#folder,
      fileExists: (path) => this.#files.exists(path),
      readFile: (path) => this.#files.read(path),
      resolveModuleNameLiterals: (literals, from, _, options, file) =>
        literals.map((literal) => ({
          resolvedModule: this.#resolve(
            literal.text,
            from,
            ts.getModeForUsageLocation(file, literal, options),
          ),
        })),
      resolveTypeReferenceDirectiveReferences: (references, from) =>
        references.map((reference) =>
          resolveTypes(typeof reference === "string" ? reference : reference.fileName, from),
        ),
      getModuleResolutionCache: () => cache,
      // Packages stay; what the reader's own files import may lie elsewhere now.
      hasInvalidatedResolutions: (path) => isOwn(path) || this.#resolver.isInvalid(path),
    };
  }
}

function modeOf(required: boolean): ts.ResolutionMode {
  return required ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
}

import { join } from "node:path";
import { ownFolder } from "../ownPackage.js";
import { cellFile } from "./cellFile.js";
import { Files } from "./files.js";
import type { Form } from "./form.js";
import { globals, globalsFile } from "./globals.js";
import {
  type BoundFile,
  type CheckerHost,
  type FullChecker,
  internals,
  type Resolution,
} from "./internals.js";
import { augmentsOthers, specifiersIn } from "./modulesOf.js";
import { changesProgram, checkOptions } from "./options.js";
import { createResolver } from "./resolve.js";
import ts from "./typescript.cjs";

/** Where the declarations of this package are: in a checkout no `node_modules` stands before it. */
const ownLibrary = join(ownFolder, "dist", "/");

/** What a compiler needs of a checker. */
export type CellChecker = Pick<
  Checker,
  "setOptions" | "moduleOf" | "open" | "faults" | "close" | "looked" | "spoil" | "keepOnly" | "languageHost"
>;

/** How a cell is read; plain TypeScript where nothing is said. */
type Shape = Partial<Pick<Form, "extension" | "jsx">>;

/** How many files a checker has seen when it is time for a new one: it keeps something of each. */
const renewedAfter = 250;

/** The file of a cell, and what can be asked about it. */
export interface View {
  readonly path: string;
  readonly file: BoundFile;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
}

/**
 * One checker for all cells of a notebook. A program holds the libraries and the packages imported so far; every cell
 * is a new file that the checker takes beside them. Files are added and never changed, so that what the checker has
 * found out stays true. It is made anew where that is not so: after errors, which it reports once; after a change of
 * the reader's own files; and with the program, when a cell imports what was not there before.
 */
export class Checker {
  readonly #folder: string;
  readonly #files = new Files();
  readonly #base: string;
  #resolver: ReturnType<typeof createResolver>;
  /** Earlier cells, by path; and the one at hand. */
  readonly #cells = new Map<string, BoundFile>();
  /** How the files of cells end that are no plain TypeScript, by module. */
  readonly #extensions = new Map<string, Form["extension"]>();
  /** Modules that cells import, and where each was found last. */
  readonly #imported = new Map<string, string>();
  /** Cells with `declare global` and the like, which concern all files. */
  readonly #augmenting = new Set<string>();
  /** The reader's own files in the program. */
  #own: readonly string[] = [];
  #options: ts.CompilerOptions;
  #program: ts.Program | undefined;
  #host: CheckerHost | undefined;
  #checker: FullChecker | undefined;
  #seen = 0;
  #looked = false;
  /** How many cells are kept when it is time to forget some. */
  #full = 32;
  #views = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#base = join(folder, "__base__.ts");
    this.#options = checkOptions(folder);
    this.#resolver = createResolver(this.#files, folder, this.#options);
    this.#files.setCell(globalsFile(folder), globals);
  }

  /** The same object as before means the same options. */
  setOptions(options: ts.CompilerOptions): void {
    if (this.#options === options) return;
    const before = this.#options;
    this.#options = options;
    this.#checker = undefined;
    if (!changesProgram(before, options)) return;
    this.#program = undefined;
    this.#resolver = createResolver(this.#files, this.#folder, options);
  }

  /** What a cell imports an earlier cell from. */
  moduleOf(cell: number): string {
    return `./__cell_${cell}__`;
  }

  /** Takes the text of a cell as the file of that number; without one, as a file that is looked at once. */
  open(text: string, cell?: number, { extension, jsx }: Shape = {}): View {
    const module = cell === undefined ? `./__view_${++this.#views}__` : this.moduleOf(cell);
    if (extension !== undefined && extension !== ".ts") this.#extensions.set(module, extension);
    const path = this.#pathOf(module);
    const file = cellFile(path, text, jsx);
    const grown = this.#import(file);
    const augments = cell !== undefined && augmentsOthers(file);
    if (augments) this.#augment(path, text);
    if (grown || augments || this.#isStale()) this.#build();
    else if (this.#checker === undefined || this.#seen >= renewedAfter) this.#renew();
    this.#seen++;
    if (!augments) {
      this.#cells.set(path, file);
      internals.bindSourceFile(file, this.#options);
    }
    const [program, checker] = [this.#host, this.#checker];
    const held = program?.getSourceFile(path) as BoundFile | undefined;
    if (program === undefined || checker === undefined || held === undefined)
      throw new Error(`Cannot check cells in ${this.#folder}: TypeScript does not see them.`);
    return { path, file: held, program, checker };
  }

  /** The errors of a file, as TypeScript's own programs report them. */
  faults({ file, program }: View, start = 0): readonly ts.Diagnostic[] {
    if (file.parseDiagnostics.length > 0) return file.parseDiagnostics;
    if (file.fileName.endsWith(".js")) {
      // What the kernel puts before the reader's own is TypeScript.
      const syntactic = program.getSyntacticDiagnostics(file).filter((one) => one.start >= start);
      if (syntactic.length > 0) return syntactic;
    }
    if (file.checkJsDirective?.enabled === false) return [];
    const checked = this.#checker?.getDiagnostics(file) ?? [];
    const own = [...file.bindDiagnostics, ...checked].filter((one) => one.file === file);
    return withDirectives(file, own);
  }

  /** Forgets the file of a cell that has errors, or of one that was only looked at. */
  close({ path }: View): void {
    this.#cells.delete(path);
    if (this.#augmenting.delete(path)) this.#program = undefined;
  }

  /** A half-written cell was looked at: what the checker said about it, it may not say again. */
  looked(): void {
    this.#looked = true;
  }

  /** After a cell with errors: the next one gets a new checker. Returns whether the errors may not be all, or not all told. */
  spoil(): boolean {
    const looked = this.#looked;
    this.#checker = undefined;
    return looked;
  }

  /** Forgets all cells but those of `alive` and what these import. Does so now and then. */
  keepOnly(alive: Iterable<number>): void {
    if (this.#cells.size < this.#full) return;
    const reached = new Set([...alive].map((cell) => this.#pathOf(this.moduleOf(cell))));
    for (const path of reached)
      for (const specifier of specifiersIn(this.#cells.get(path)))
        if (isCell(specifier)) reached.add(this.#pathOf(specifier));
    for (const path of [...this.#cells.keys()]) if (!reached.has(path)) this.#cells.delete(path);
    this.#full = 2 * this.#cells.size + 32;
  }

  get languageHost(): ts.LanguageServiceHost {
    return {
      getCompilationSettings: () => this.#options,
      getCurrentDirectory: () => this.#folder,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      getScriptFileNames: () => [],
      getScriptVersion: () => "0",
      getScriptSnapshot: () => undefined,
      fileExists: (path) => this.#files.exists(path),
      readFile: (path) => this.#files.read(path),
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      readDirectory: ts.sys.readDirectory,
      useCaseSensitiveFileNames: () => true,
    };
  }

  #pathOf(module: string): string {
    return join(this.#folder, module + (this.#extensions.get(module) ?? ".ts"));
  }

  /** Notes what a cell imports. Returns whether the program lacks any of it. */
  #import(file: BoundFile): boolean {
    let grown = this.#program === undefined;
    for (const specifier of [...specifiersIn(file), ...file.imports.map(({ text }) => text)]) {
      if (isCell(specifier)) continue;
      const found = this.#resolver.resolve(specifier, this.#base);
      if (found === undefined) continue;
      const path = found.resolvedFileName;
      const known = this.#imported.get(specifier) === path;
      this.#imported.set(specifier, path);
      if (!known && this.#program?.getSourceFile(path) === undefined) grown = true;
    }
    return grown;
  }

  /** A cell that adds to the declarations of others becomes a part of the program, and so do those it imports. */
  #augment(path: string, text: string): void {
    for (const [each, file] of this.#cells) this.#files.setCell(each, file.text);
    this.#files.setCell(path, text);
    this.#augmenting.add(path);
  }

  /** Whether one of the reader's own files has changed since it was read. */
  #isStale(): boolean {
    return this.#own.some((path) => this.#files.hasChanged(path));
  }

  #build(): void {
    const imports = [...this.#imported.keys()].map((specifier) => `import ${JSON.stringify(specifier)};`);
    this.#files.setCell(this.#base, `${imports.join("\n")}\nexport {};\n`);
    const options = this.#options;
    const program = ts.createProgram({
      rootNames: [this.#base, globalsFile(this.#folder), ...this.#augmenting],
      options,
      host: this.#compilerHost(),
      ...(this.#program && { oldProgram: this.#program }),
    }) as CheckerHost;
    this.#program = program;
    const paths = program.getSourceFiles().map(({ fileName }) => fileName);
    for (const path of paths) this.#cells.delete(path);
    this.#own = paths.filter(isOwn);
    this.#host = Object.create(program, {
      getSourceFile: { value: (path: string) => this.#cells.get(path) ?? program.getSourceFile(path) },
      getResolvedModule: {
        value: (file: ts.SourceFile, name: string, mode: ts.ResolutionMode): Resolution | undefined =>
          this.#cells.has(file.fileName)
            ? { resolvedModule: this.#resolve(name) }
            : program.getResolvedModule(file, name, mode),
      },
      getTypeChecker: { value: () => this.#checker },
      getCompilerOptions: { value: () => this.#options },
    }) as CheckerHost;
    this.#renew();
  }

  #renew(): void {
    if (this.#host !== undefined) this.#checker = internals.createTypeChecker(this.#host);
    this.#seen = 0;
    this.#looked = false;
  }

  #resolve(specifier: string, from = this.#base): ts.ResolvedModuleFull | undefined {
    if (!isCell(specifier)) return this.#resolver.resolve(specifier, from);
    const resolvedFileName = this.#pathOf(specifier);
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
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => ({ resolvedModule: this.#resolve(text, from) })),
      resolveTypeReferenceDirectiveReferences: (references, from) =>
        references.map((reference) =>
          resolveTypes(typeof reference === "string" ? reference : reference.fileName, from),
        ),
      getModuleResolutionCache: () => cache,
      // Packages stay; what the reader's own files import may lie elsewhere now.
      hasInvalidatedResolutions: (path) => isOwn(path),
    };
  }
}

/** Whether a file may change while the kernel runs. */
function isOwn(path: string): boolean {
  return !path.includes("/node_modules/") && !path.startsWith(ownLibrary);
}

function isCell(specifier: string): boolean {
  return /^\.\/__cell_\d+__$/.test(specifier);
}

/** Errors without those that `@ts-ignore` and `@ts-expect-error` cover, and with one for each of the latter that covers none. */
function withDirectives(file: BoundFile, found: readonly ts.Diagnostic[]): readonly ts.Diagnostic[] {
  const { commentDirectives } = file;
  if (commentDirectives === undefined || commentDirectives.length === 0) return found;
  const directives = internals.createCommentDirectivesMap(file, commentDirectives);
  const starts = file.getLineStarts();
  const isCovered = ({ start = 0 }: ts.Diagnostic): boolean => {
    for (let line = file.getLineAndCharacterOfPosition(start).line - 1; line >= 0; line--) {
      if (directives.markUsed(line)) return true;
      const text = file.text.slice(starts[line], starts[line + 1]).trim();
      if (text !== "" && !text.startsWith("//")) return false;
    }
    return false;
  };
  const left = found.filter((one) => !isCovered(one));
  const unused = directives.getUnusedExpectations().map(
    ({ range: { pos, end } }): ts.Diagnostic => ({
      file,
      start: pos,
      length: end - pos,
      category: ts.DiagnosticCategory.Error,
      code: 2578,
      messageText: "Unused '@ts-expect-error' directive.",
    }),
  );
  return [...left, ...unused];
}

import { join } from "node:path";
import { isCell } from "./cellFile.js";
import { compilerHostOf } from "./compilerHost.js";
import { Files } from "./files.js";
import type { Form } from "./form.js";
import { globals, globalsFile } from "./globals.js";
import { Imported } from "./imported.js";
import type { BoundFile, CheckerHost, FullChecker, Resolution } from "./internals.js";
import { languageHostOf } from "./languageHost.js";
import { modeOf, modulesIn } from "./modulesOf.js";
import { changesProgram, checkOptions, renewedRoots } from "./options.js";
import { createResolver } from "./resolve.js";
import type { Resolver } from "./resolver.js";
import ts from "./typescript.cjs";
import { withCells } from "./withCells.js";

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
  readonly #imported = new Imported();
  /** Cells with `declare global` and the like, which concern all files. */
  readonly #augmenting = new Set<string>();
  /** The options asked for, and with what has changed since. */
  #given: ts.CompilerOptions;
  #options: ts.CompilerOptions;
  /** The folders of types for all files where nobody names any. */
  #roots: readonly string[] | undefined;
  #program: CheckerHost | undefined;
  #fresh = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.#base = this.pathOf("./__base__");
    this.#given = checkOptions(folder);
    this.#options = this.#given;
    this.#roots = this.#given.typeRoots;
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
    if (!changesProgram(before, options)) return true;
    this.#program = undefined;
    this.#fresh = false;
    this.#resolver = createResolver(this.#files, this.#folder, options);
    return true;
  }

  /** Notes what a cell imports. */
  import(file: BoundFile): void {
    const unwritten = file.imports.map(({ text }) => ({ specifier: text, required: false }));
    for (const { specifier, required } of [...modulesIn(file), ...unwritten]) {
      const found = isCell(specifier) ? undefined : this.#resolve(specifier, this.#base, modeOf(required));
      if (found === undefined || !this.#imported.note(specifier, required, found.resolvedFileName)) continue;
      if (this.#program?.getSourceFile(found.resolvedFileName) === undefined) this.#fresh = false;
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

  /** Lets go of the program and of all files that were parsed for it. */
  release(): void {
    this.#program = undefined;
    this.#fresh = false;
    this.#files.release();
  }

  /** Looks whether the reader's files and packages are as they were. */
  look(): void {
    if (!this.#resolver.stale()) return;
    this.#fresh = false;
    if (!this.#resolver.packagesChanged) return;
    // Types for all files may have come or gone.
    const now = { ...this.#options, ...renewedRoots(this.#folder, this.#roots, this.#options) };
    this.#roots = checkOptions(this.#folder).typeRoots;
    this.#options = this.#resolver.setOptions(now);
  }

  /** What a checker asks: a program of what is there now, and `cells` beside it. */
  host(cells: Map<string, BoundFile>, checker: () => FullChecker | undefined): CheckerHost {
    this.#files.setCell(this.#base, this.#imported.text);
    const program = ts.createProgram({
      rootNames: [this.#base, globalsFile(this.#folder), ...this.#augmenting],
      options: this.#options,
      host: compilerHostOf(this.#folder, this.#files, this.#resolver, this.#options, (name, from, mode) =>
        this.#resolve(name, from, mode),
      ),
      ...(this.#program && { oldProgram: this.#program }),
    }) as CheckerHost;
    this.#resolver.settle();
    this.#program = program;
    this.#fresh = true;
    for (const { fileName } of program.getSourceFiles()) cells.delete(fileName);
    const resolve = (name: string, mode: ts.ResolutionMode): Resolution => ({
      resolvedModule: this.#resolve(name, this.#base, mode),
    });
    return withCells(program, cells, resolve, checker, () => this.#options);
  }

  /** What TypeScript's services ask of those who use them. */
  get languageHost(): ts.LanguageServiceHost {
    return languageHostOf(this.#folder, this.#files, this.#options);
  }

  #resolve(specifier: string, from: string, mode: ts.ResolutionMode): ts.ResolvedModuleFull | undefined {
    if (!isCell(specifier)) return this.#resolver.resolve(specifier, from, mode);
    const extension = this.#extensions.get(specifier) ?? ts.Extension.Ts;
    return { resolvedFileName: this.pathOf(specifier), extension, isExternalLibraryImport: false };
  }
}

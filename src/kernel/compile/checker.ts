import { BaseProgram } from "./baseProgram.js";
import { cellFile, faultsOf, isCell, moduleOf } from "./cellFile.js";
import type { Form } from "./form.js";
import { type BoundFile, type CheckerHost, type FullChecker, internals } from "./internals.js";
import { augmentsOthers, modulesIn } from "./modulesOf.js";
import type ts from "./typescript.cjs";

/** What a compiler needs of a checker. */
export type CellChecker = Pick<
  Checker,
  "setOptions" | "open" | "faults" | "close" | "looked" | "spoil" | "keepOnly" | "languageHost" | "release"
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
 * One checker for all cells of a notebook: every cell is a new file that it takes beside the base program. Files are
 * added and never changed, so that what the checker has found out stays true. It is made anew where that is not so:
 * after errors, which it reports once, and with the program, when a cell imports what was not there before or the
 * reader's own files have changed.
 */
export class Checker {
  readonly #folder: string;
  readonly #base: BaseProgram;
  /** Earlier cells, by path; and the one at hand. */
  readonly #cells = new Map<string, BoundFile>();
  #host: CheckerHost | undefined;
  #checker: FullChecker | undefined;
  #seen = 0;
  #looked = false;
  /** How many cells are kept when it is time to forget some. */
  #full = 32;
  #views = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#base = new BaseProgram(folder);
  }

  /** The same object as before means the same options. */
  setOptions(options: ts.CompilerOptions): void {
    if (this.#base.setOptions(options)) this.#checker = undefined;
  }

  /** Takes the text of a cell as the file of that number; without one, as a file that is looked at once. */
  open(text: string, cell?: number, { extension, jsx }: Shape = {}): View {
    const module = cell === undefined ? `./__view_${++this.#views}__` : moduleOf(cell);
    const path = this.#base.pathOf(module, extension);
    const file = cellFile(path, text, jsx);
    this.#base.look();
    this.#base.import(file);
    const augments = cell !== undefined && augmentsOthers(file);
    if (augments) this.#base.augment(path, text, this.#cells.values());
    if (!this.#base.isCurrent) this.#host = this.#base.host(this.#cells, () => this.#checker);
    else if (this.#checker !== undefined && this.#seen < renewedAfter)
      return this.#take(path, file, augments);
    this.#renew();
    return this.#take(path, file, augments);
  }

  /** The errors of a cell that begins at `start` of its file. */
  faults(view: View, start = 0): readonly ts.Diagnostic[] {
    return faultsOf(view, start, () => this.#checker?.getDiagnostics(view.file) ?? []);
  }

  /** Forgets the file of a cell that has errors, or of one that was only looked at. */
  close({ path }: View): void {
    this.#cells.delete(path);
    this.#base.withdraw(path);
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
    const reached = new Set([...alive].map((cell) => this.#base.pathOf(moduleOf(cell))));
    for (const path of reached)
      for (const { specifier } of modulesIn(this.#cells.get(path)))
        if (isCell(specifier)) reached.add(this.#base.pathOf(specifier));
    for (const path of [...this.#cells.keys()]) if (!reached.has(path)) this.#cells.delete(path);
    this.#full = 2 * this.#cells.size + 32;
  }

  /** Gives memory back: all but the cells. The next cell waits until what it needs has been read again. */
  release(): void {
    this.#host = undefined;
    this.#checker = undefined;
    this.#base.release();
  }

  get languageHost(): ts.LanguageServiceHost {
    return this.#base.languageHost;
  }

  #take(path: string, file: BoundFile, augments: boolean): View {
    this.#seen++;
    // What adds to others is in the program already.
    if (!augments) {
      this.#cells.set(path, file);
      internals.bindSourceFile(file, this.#base.options);
    }
    const [program, checker] = [this.#host, this.#checker];
    const held = program?.getSourceFile(path) as BoundFile | undefined;
    if (program === undefined || checker === undefined || held === undefined)
      throw new Error(`Cannot check cells in ${this.#folder}: TypeScript does not see them.`);
    return { path, file: held, program, checker };
  }

  #renew(): void {
    if (this.#host !== undefined) this.#checker = internals.createTypeChecker(this.#host);
    this.#seen = 0;
    this.#looked = false;
  }
}

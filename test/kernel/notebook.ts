import { createRequire } from "node:module";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { createCompiler } from "../../src/kernel/compile/compiler.js";
import type { Language } from "../../src/kernel/compile/configuration.js";
import { Scope } from "../../src/kernel/compile/scope.js";
import type { CellCompiler } from "../../src/kernel/compile/types.js";
import { iterate } from "../../src/kernel/run/iterate.js";

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/** A notebook without messages: compiles each cell and runs it. */
export class Notebook {
  readonly compiler: CellCompiler;
  readonly scope = new Scope();
  /** Values that were awaited. */
  readonly awaited: unknown[] = [];
  cell = 0;
  /** The code of the last cell. */
  code = "";
  readonly #file: string;

  constructor(folder: string, language?: Language, warn?: (line: string) => unknown) {
    this.compiler = createCompiler({ folder, language, ...(warn && { warn }) });
    this.#file = `${folder}/notebook.ipynb`;
  }

  /** The result of a cell; a cell without `await` runs before this returns its promise. */
  async run(source: string): Promise<unknown> {
    const compiled = this.compiler.compile(source, ++this.cell);
    this.code = compiled.code;
    const modules = await Promise.all(compiled.modules.map((specifier) => this.#load(specifier)));
    const body = new (compiled.isAsync ? AsyncFunction : Function)("__cell", compiled.code);
    try {
      const returned: unknown = body(this.#runtime(modules));
      return ((compiled.isAsync ? await returned : returned) as [unknown] | undefined)?.[0];
    } catch (error) {
      this.compiler.remember(this.cell, this.scope.settle());
      throw error;
    }
  }

  async #load(specifier: string): Promise<unknown> {
    if (specifier.startsWith(".")) return import(new URL(specifier, pathToFileURL(this.#file)).href);
    return import(this.#packageOf(specifier));
  }

  /** What the notebook's own folder has comes first. */
  #packageOf(specifier: string): string {
    try {
      const path = createRequire(this.#file).resolve(specifier);
      return isAbsolute(path) ? pathToFileURL(path).href : specifier;
    } catch {
      return specifier;
    }
  }

  #runtime(modules: readonly unknown[]): object {
    const checkpoint = (value: unknown): unknown => {
      this.awaited.push(value);
      return value;
    };
    return {
      scope: this.scope.names,
      define: this.scope.define,
      modules,
      checkpoint,
      iterate: (values: unknown) => iterate(values, checkpoint),
      tick: () => 32,
      mend: () => {},
      load: (specifier: string) => this.#load(specifier),
      meta: { url: pathToFileURL(this.#file).href },
      locals: {
        require: createRequire(this.#file),
        module: { exports: {} },
        exports: {},
        __dirname: "the folder",
        __filename: this.#file,
      },
    };
  }
}

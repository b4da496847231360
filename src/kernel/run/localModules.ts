import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { aliasedFile } from "../compile/aliases.js";
import { stampOf } from "../compile/files.js";
import { addSourceMap } from "./frames.js";
import { asModule } from "./namespace.js";
import { moduleParameters, transpile } from "./transpile.js";

interface LocalModule {
  readonly stamp: string;
  readonly imports: readonly string[];
  /** Local files among the imports. */
  readonly files: readonly string[];
  readonly exports: { exports: object };
  ready: Promise<void>;
  /** Whether it has not run to its end. */
  loading: boolean;
}

/** Loads what is not a local file, for a module in `from`. */
type LoadPackage = (specifier: string, from: string) => Promise<object>;

/** What loops call now and then: see `CellRuntime.tick`. */
export type Tick = () => number;

const endings = ["", ".ts", ".mts", ".tsx", ".js", ".mjs", "/index.ts", "/index.js"];

/**
 * The reader's own modules: TypeScript and JavaScript files named by a path. They are compiled on the way, without a
 * check, and run again when they or a file they import have changed.
 */
export class LocalModules {
  readonly #modules = new Map<string, LocalModule>();
  readonly #loadPackage: LoadPackage;
  readonly #tick: Tick;

  constructor(loadPackage: LoadPackage, tick: Tick) {
    this.#loadPackage = loadPackage;
    this.#tick = tick;
  }

  /** The file that a specifier names, or undefined for packages and for files that Node loads itself. */
  fileOf(specifier: string, folder: string): string | undefined {
    if (!/^(\.{1,2}(\/|$)|\/)/.test(specifier)) return aliasedFile(specifier, folder);
    const path = resolve(folder, specifier);
    const candidates = [...endings.map((ending) => path + ending), path.replace(/\.([mc]?)js$/, ".$1ts")];
    const file = candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
    if (file === undefined)
      throw new Error(`Cannot find module "${specifier}" in ${folder}. Check the path.`);
    return file;
  }

  async load(file: string): Promise<object> {
    if (!/\.([mc]?ts|tsx|m?js)$/.test(file) || isBuilt(file)) return this.#loadPackage(file, dirname(file));
    const held = this.#modules.get(file);
    if (held !== undefined && !this.#changed(file, new Set())) {
      await held.ready;
      return held.exports.exports;
    }
    const fresh = this.#start(file);
    try {
      await fresh.ready;
    } catch (error) {
      this.#modules.delete(file);
      throw error;
    }
    return fresh.exports.exports;
  }

  #changed(file: string, seen: Set<string>): boolean {
    if (seen.has(file)) return false;
    seen.add(file);
    const held = this.#modules.get(file);
    if (held === undefined) return !isBuilt(file) && existsSync(file);
    return held.stamp !== stampOf(file) || held.files.some((each) => this.#changed(each, seen));
  }

  #start(file: string): LocalModule {
    const { code, map, imports } = transpile(file, readFileSync(file, "utf8"));
    addSourceMap(file, map);
    const folder = dirname(file);
    const files = imports.flatMap((specifier) => this.fileOf(specifier, folder) ?? []);
    const module: LocalModule = {
      stamp: stampOf(file),
      imports,
      files: files.filter((each) => /\.([mc]?ts|tsx|m?js)$/.test(each)),
      exports: { exports: {} },
      ready: Promise.resolve(),
      loading: true,
    };
    this.#modules.set(file, module);
    module.ready = this.#run(file, code, module).finally(() => {
      module.loading = false;
    });
    return module;
  }

  async #run(file: string, code: string, module: LocalModule): Promise<void> {
    const folder = dirname(file);
    const loaded = new Map<string, object>();
    for (const specifier of module.imports)
      loaded.set(specifier, await this.#import(specifier, folder, file));
    const inner = createRequire(file);
    const require = Object.assign(
      (specifier: string): unknown => loaded.get(specifier) ?? inner(specifier),
      inner,
    );
    const load = (specifier: string): Promise<object> => this.#import(String(specifier), folder);
    const meta = { url: pathToFileURL(file).href, filename: file, dirname: folder };
    const script = new Script(`(async function (${moduleParameters.join(", ")}) {\n${code}\n})`, {
      filename: file,
      lineOffset: -1,
    });
    const body = script.runInThisContext() as (...given: unknown[]) => Promise<void>;
    await body(module.exports.exports, require, module.exports, file, folder, meta, load, this.#tick);
  }

  async #import(specifier: string, folder: string, importer?: string): Promise<object> {
    const file = this.fileOf(specifier, folder);
    if (file === undefined) return asModule(await this.#loadPackage(specifier, folder));
    const held = this.#modules.get(file);
    // Two files that import each other: the second sees what the first has exported so far.
    if (importer !== undefined && held?.loading === true && this.#leadsTo(file, importer, new Set()))
      return held.exports.exports;
    return this.load(file);
  }

  #leadsTo(from: string, to: string, seen: Set<string>): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (this.#modules.get(from)?.files ?? []).some((each) => this.#leadsTo(each, to, seen));
  }
}

/** Compiled files are loaded by Node, once. */
function isBuilt(file: string): boolean {
  return /\.c?js$/.test(file) && (existsSync(file.replace(/\.js$/, ".d.ts")) || extname(file) === ".cjs");
}

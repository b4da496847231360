import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { stampOf } from "../compile/files.js";
import { parseJson, syntaxErrorIn } from "./faults.js";
import { addSourceMap } from "./frames.js";
import { viewOf } from "./namespace.js";
import { find, isPath, ModuleMissing } from "./resolution.js";
import { transpile } from "./transpile.js";

/** What CommonJS calls `module`. */
interface CommonJs {
  exports: unknown;
  readonly id: string;
  readonly filename: string;
  readonly path: string;
  readonly children: readonly [];
  readonly paths: readonly string[];
  loaded: boolean;
}

interface LocalModule {
  readonly file: string;
  readonly stamp: string;
  /** Names by which it has loaded local files, and those files. */
  readonly files: Map<string, string>;
  readonly module: CommonJs;
  /** What `module.exports` was at the beginning. */
  readonly exports: object;
  isModule: boolean;
  ready: Promise<void>;
}

/** Loads what is no local module: for a local one, which is named last. */
export interface Packages {
  /** Whether a file is the reader's own, to be loaded here. */
  isOwn(file: string, specifier: string): boolean;
  /** The namespace of anything else. */
  load(target: string, importer: string): Promise<object>;
  /** The same at once, for modules that were required. */
  loadNow(target: string): object;
}

/** What loops call now and then: see `CellRuntime.tick`. */
export type Tick = () => number;

type Body = (this: unknown, ...given: unknown[]) => Promise<void> | undefined;

/**
 * The reader's own modules: TypeScript, JavaScript and JSON files. They are compiled on the way, without a check, and
 * run again when they or a file they import have changed.
 */
export class LocalModules {
  readonly #modules = new Map<string, LocalModule>();
  readonly #packages: Packages;
  readonly #tick: Tick;

  constructor(packages: Packages, tick: Tick) {
    this.#packages = packages;
    this.#tick = tick;
  }

  /** The namespace of a file, loaded anew when something of it has changed. */
  async load(file: string): Promise<object> {
    this.#dropChanged();
    return this.#load(file);
  }

  /** `module.exports` of a file, at once. @throws {Error} if it awaits outside functions */
  require(file: string): unknown {
    this.#dropChanged();
    return this.#require(file).module.exports;
  }

  async #load(file: string): Promise<object> {
    const module = this.#modules.get(file) ?? this.#start(file, false);
    try {
      await module.ready;
    } catch (error) {
      this.#drop([file]);
      throw error;
    }
    return namespaceOf(module);
  }

  #require(file: string): LocalModule {
    const held = this.#modules.get(file);
    if (held !== undefined) return held;
    try {
      return this.#start(file, true);
    } catch (error) {
      this.#drop([file]);
      throw error;
    }
  }

  /** Forgets what has changed on the disk, and all that has imported it: modules that import each other together. */
  #dropChanged(): void {
    const changed = [...this.#modules.values()].filter(
      (module) => module.module.loaded && hasChanged(module),
    );
    if (changed.length > 0) this.#drop(changed.map(({ file }) => file));
  }

  #drop(files: readonly string[]): void {
    const gone = new Set(files);
    for (const file of gone) {
      this.#modules.delete(file);
      for (const module of this.#modules.values()) {
        if ([...module.files.values()].includes(file)) gone.add(module.file);
      }
    }
  }

  #start(file: string, now: boolean): LocalModule {
    const stamp = stampOf(file);
    const exports = {};
    const module: LocalModule = {
      file,
      stamp,
      files: new Map(),
      module: {
        exports,
        id: file,
        filename: file,
        path: dirname(file),
        children: [],
        paths: [],
        loaded: false,
      },
      exports,
      isModule: false,
      ready: Promise.resolve(),
    };
    this.#modules.set(file, module);
    if (file.endsWith(".json")) module.module.exports = parseJson(file, readFileSync(file, "utf8"));
    else if (!/\.d\.[cm]?ts$/.test(file)) {
      if (now) this.#runNow(module);
      else module.ready = this.#run(module);
    }
    if (now || file.endsWith(".json")) module.module.loaded = true;
    return module;
  }

  async #run(module: LocalModule): Promise<void> {
    try {
      const { imports, required, run } = this.#prepare(module);
      const loaded = new Map<string, object>();
      for (const specifier of imports) loaded.set(specifier, await this.#import(specifier, module));
      for (const specifier of required) {
        // Awaited first, so that a module that awaits can be required.
        const target = this.#find(specifier, module, "require");
        if (this.#modules.get(target)?.module.loaded !== true && this.#isOwn(target, specifier, module))
          if (!this.#leadsTo(target, module.file, new Set())) await this.#load(target);
      }
      await run(loaded);
    } finally {
      module.module.loaded = true;
    }
  }

  #runNow(module: LocalModule): void {
    const { imports, isAsync, run } = this.#prepare(module);
    if (isAsync) {
      const text = `Cannot require ${module.file}: it awaits outside functions. Import it: await import("…").`;
      throw Object.assign(new Error(text), { code: "ERR_REQUIRE_ASYNC_MODULE" });
    }
    const loaded = new Map<string, object>();
    for (const specifier of imports) {
      const target = this.#find(specifier, module, "import");
      const own = this.#isOwn(target, specifier, module);
      loaded.set(specifier, own ? namespaceOf(this.#require(target)) : this.#packages.loadNow(target));
    }
    run(loaded);
  }

  /** Compiles a module: what it imports, and what runs it with that. */
  #prepare(module: LocalModule) {
    const { file } = module;
    const { code, map, imports, required, isAsync, isModule } = transpile(file, readFileSync(file, "utf8"));
    module.isModule = isModule;
    addSourceMap(file, map);
    // Known before the first of them runs: modules may import each other.
    for (const specifier of imports) this.#isOwn(this.#find(specifier, module, "import"), specifier, module);
    let body: Body;
    try {
      body = new Script(code, { filename: file, lineOffset: -1 }).runInThisContext() as Body;
    } catch (error) {
      throw syntaxErrorIn(file, error);
    }
    const run = (loaded: ReadonlyMap<string, object>): Promise<void> | undefined => {
      const self = isModule ? undefined : module.exports;
      return body.call(self, module.exports, ...this.#givenTo(module, loaded));
    };
    return { imports, required, isAsync, run };
  }

  /** What the function of a module is given, after its exports: see `moduleParameters`. */
  #givenTo(module: LocalModule, loaded: ReadonlyMap<string, object>): unknown[] {
    const { file } = module;
    const folder = dirname(file);
    const inner = createRequire(file);
    const required = (specifier: string): unknown => {
      const target = this.#find(specifier, module, "require");
      if (this.#isOwn(target, specifier, module)) return this.#require(target).module.exports;
      return inner(specifier);
    };
    const meta = {
      url: pathToFileURL(file).href,
      filename: file,
      dirname: folder,
      resolve: (specifier: string) => urlOf(find(specifier, folder, "import")),
    };
    const load = async (specifier: unknown): Promise<object> => {
      this.#dropChanged();
      return this.#import(String(specifier), module);
    };
    const imported = (specifier: string): object | undefined => loaded.get(specifier);
    const require = Object.assign(required, inner);
    return [require, module.module, file, folder, meta, load, this.#tick, imported];
  }

  async #import(specifier: string, importer: LocalModule): Promise<object> {
    const target = this.#find(specifier, importer, "import");
    if (!this.#isOwn(target, specifier, importer)) return this.#packages.load(target, importer.file);
    const held = this.#modules.get(target);
    // Two files that import each other: the second sees what the first has exported so far.
    if (held?.module.loaded === false && this.#leadsTo(target, importer.file, new Set()))
      return namespaceOf(held);
    return this.#load(target);
  }

  #find(specifier: string, { file }: LocalModule, how: "import" | "require"): string {
    try {
      return find(specifier, dirname(file), how);
    } catch (error) {
      if (error instanceof ModuleMissing) error.message += ` (asked for by ${file})`;
      throw error;
    }
  }

  /** Whether a file is one of these; it is remembered as what the module leads to. */
  #isOwn(target: string, specifier: string, { files }: LocalModule): boolean {
    const own = this.#packages.isOwn(target, specifier);
    if (own) files.set(specifier, target);
    return own;
  }

  #leadsTo(from: string, to: string, seen: Set<string>): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    const files = this.#modules.get(from)?.files.values() ?? [];
    return [...files].some((each) => this.#leadsTo(each, to, seen));
  }
}

function namespaceOf({ module, exports, isModule }: LocalModule): object {
  return isModule && module.exports === exports ? exports : viewOf(module.exports);
}

/** Whether a file, or what one of its paths leads to, is not what it was. */
function hasChanged({ file, stamp, files }: LocalModule): boolean {
  if (stampOf(file) !== stamp) return true;
  return [...files].some(([specifier, target]) => isPath(specifier) && foundFrom(specifier, file) !== target);
}

function foundFrom(specifier: string, file: string): string | undefined {
  try {
    return find(specifier, dirname(file), "import");
  } catch {
    return undefined;
  }
}

export function urlOf(target: string): string {
  return target.startsWith("/") ? pathToFileURL(target).href : target;
}

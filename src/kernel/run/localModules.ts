import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { parseJson } from "./faults.js";
import {
  compile,
  findFor,
  type LocalModule,
  namespaceOf,
  newModule,
  type Packages,
  urlOf,
} from "./localModule.js";
import { ModuleGraph } from "./moduleGraph.js";
import type { How } from "./packageEntries.js";
import { find } from "./resolution.js";

/** What loops call now and then: see `CellRuntime.tick`. */
export type Tick = () => number;

/**
 * The reader's own modules: TypeScript, JavaScript and JSON files. They are compiled on the way, without a check, and
 * run again when they or a file they import have changed.
 */
export class LocalModules {
  readonly #graph = new ModuleGraph();
  readonly #packages: Packages;
  readonly #tick: Tick;

  constructor(packages: Packages, tick: Tick) {
    this.#packages = packages;
    this.#tick = tick;
  }

  /** The namespace of a file, loaded anew when something of it has changed. */
  async load(file: string): Promise<object> {
    this.#graph.dropChanged();
    return this.#load(file);
  }

  /** `module.exports` of a file, at once. @throws {Error} if it awaits outside functions */
  require(file: string): unknown {
    this.#graph.dropChanged();
    return this.#require(file).module.exports;
  }

  async #load(file: string): Promise<object> {
    const module = this.#graph.get(file) ?? this.#start(file, false);
    try {
      await module.ready;
    } catch (error) {
      this.#graph.dropFailed(file);
      throw error;
    }
    return namespaceOf(module);
  }

  #require = (file: string): LocalModule => this.#graph.get(file) ?? this.#start(file, true);

  /** Runs a file, `now` to its end. */
  #start(file: string, now: boolean): LocalModule {
    const module = newModule(file);
    this.#graph.add(module);
    try {
      if (file.endsWith(".json")) module.module.exports = parseJson(file, readFileSync(file, "utf8"));
      else if (!/\.d\.[cm]?ts$/.test(file)) {
        if (now) this.#runNow(module);
        else module.ready = this.#run(module);
        return module;
      }
    } catch (error) {
      this.#graph.dropFailed(file);
      throw error;
    }
    module.module.loaded = true;
    return module;
  }

  async #run(module: LocalModule): Promise<void> {
    try {
      const { imports, required, run } = compile(module);
      // Known before the first of them runs: modules may import each other.
      for (const specifier of imports) this.#ask(module, specifier, "import");
      const loaded = new Map<string, object>();
      for (const specifier of imports) loaded.set(specifier, await this.#import(specifier, module));
      for (const specifier of required) await this.#await(specifier, module);
      await run(this.#givenTo(module, loaded));
    } finally {
      module.module.loaded = true;
    }
  }

  #runNow(module: LocalModule): void {
    const { imports, isAsync, run } = compile(module);
    if (isAsync) {
      const text = `Cannot require ${module.file}: it awaits outside functions. Import it: await import("…").`;
      throw Object.assign(new Error(text), { code: "ERR_REQUIRE_ASYNC_MODULE" });
    }
    const loaded = new Map<string, object>();
    for (const specifier of imports) {
      const { target, own } = this.#ask(module, specifier, "import");
      loaded.set(specifier, own ? namespaceOf(this.#require(target)) : this.#packages.loadNow(target));
    }
    run(this.#givenTo(module, loaded));
    module.module.loaded = true;
  }

  /** What the function of a module is given, after its exports: see `moduleParameters`. */
  #givenTo(module: LocalModule, loaded: ReadonlyMap<string, object>): unknown[] {
    const { file } = module;
    const folder = dirname(file);
    const inner = createRequire(file);
    const required = (specifier: string): unknown => {
      const { target, own } = this.#ask(module, specifier, "require");
      return own ? this.#require(target).module.exports : inner(specifier);
    };
    const resolve = (specifier: string): string => urlOf(find(specifier, folder, "import"));
    const meta = { url: urlOf(file), filename: file, dirname: folder, resolve };
    const load = async (specifier: unknown): Promise<object> => {
      this.#graph.dropChanged();
      return this.#import(String(specifier), module);
    };
    const require = Object.assign(required, inner);
    return [require, module.module, file, folder, meta, load, this.#tick, loaded.get.bind(loaded)];
  }

  async #import(specifier: string, importer: LocalModule): Promise<object> {
    const { target, own } = this.#ask(importer, specifier, "import");
    if (!own) return this.#packages.load(target, importer.file);
    const held = this.#graph.get(target);
    // Two files that import each other: the second sees what the first has exported so far.
    if (held?.module.loaded === false && this.#graph.leadsTo(target, importer.file)) return namespaceOf(held);
    return this.#load(target);
  }

  /** Lets what `import … = require("…")` names run to its end, so that it may await. */
  async #await(specifier: string, module: LocalModule): Promise<void> {
    const { target, own } = this.#ask(module, specifier, "require");
    if (own && !this.#graph.leadsTo(target, module.file)) await this.#load(target);
  }

  /** Where a name leads, and whether to a local module, which is remembered. */
  #ask(module: LocalModule, specifier: string, how: How): { target: string; own: boolean } {
    const target = findFor(module, specifier, how);
    const own = this.#packages.isOwn(target, specifier);
    if (own) module.asked.set(`${how} ${specifier}`, { specifier, how, file: target });
    return { target, own };
  }
}

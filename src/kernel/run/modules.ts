import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { packageOf } from "../compile/sentences.js";
import { isPath } from "./localFile.js";
import { urlOf } from "./localModule.js";
import { LocalModules, type Tick } from "./localModules.js";
import { isBuilt, isInstalled, manifestOf, scopeOf } from "./manifest.js";
import { asModule } from "./namespace.js";
import { NewerBuilds } from "./newerBuilds.js";
import { byNode, isCommonJs, isForBundlers, loadNow, withAdvice } from "./nodeModules.js";
import { redirectRequire } from "./requireHook.js";
import { find } from "./resolution.js";

/** Loads modules for the cells of a notebook. */
export class Modules {
  readonly require: NodeJS.Require;
  readonly #folder: string;
  readonly #local: LocalModules;
  readonly #newer: NewerBuilds;
  /** ES modules that Node failed to load: it would fail again, whatever has been mended. */
  readonly #failed = new Set<string>();

  constructor(file: string, tick: Tick, warn: (line: string) => void) {
    this.#folder = dirname(file);
    const packages = {
      isOwn: (target: string, specifier: string) => this.#isOwn(target, specifier),
      load: async (target: string, importer: string) =>
        asModule(await this.#package(target, isInstalled(importer))),
      loadNow,
    };
    this.#local = new LocalModules(packages, tick);
    this.#newer = new NewerBuilds(warn);
    redirectRequire();
    const inner = createRequire(file);
    const required = (specifier: string): unknown => {
      const target = find(specifier, this.#folder, "require");
      if (this.#isOwn(target, specifier)) return this.#local.require(target);
      return inner(specifier);
    };
    this.require = Object.assign(required, inner);
  }

  /** What `import` of a cell gives. */
  async load(specifier: string): Promise<object> {
    const target = find(specifier, this.#folder, "import");
    if (this.#isOwn(target, specifier)) return this.#local.load(target);
    const module = await this.#package(target, false);
    if (target.startsWith("/") && !isPath(specifier)) this.#newer.look(specifier, target);
    return module;
  }

  /** What `import.meta.resolve` of a cell gives. */
  resolve(specifier: string): string {
    return urlOf(find(specifier, this.#folder, "import"));
  }

  /** Whether a file is the reader's own, or of a kind that Node does not load. */
  #isOwn(target: string, specifier: string): boolean {
    if (!target.startsWith("/") || isBuilt(target)) return false;
    if (/\.(?:[mc]?tsx?|jsx|json)$/.test(target)) return true;
    if (!/\.[mc]?js$/.test(target) || isInstalled(target)) return false;
    const home = scopeOf(dirname(target));
    if (home === scopeOf(this.#folder)) return true;
    // A package that was linked, or built next door, is loaded by Node, once.
    const linked =
      home !== undefined && !isPath(specifier) && manifestOf(home)?.name === packageOf(specifier);
    return !linked && !existsSync(target.replace(/\.([mc]?)js$/, ".d.$1ts"));
  }

  /** The namespace of a package's file or of a module of Node. `again`: for one that Node failed to load. */
  async #package(target: string, again: boolean): Promise<object> {
    if (!target.startsWith("/")) return import(target);
    if (this.#failed.has(target)) return this.#local.load(target);
    try {
      return await byNode(target);
    } catch (error) {
      if (isForBundlers(error)) return this.#local.load(target);
      if (isCommonJs(target) && (error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
      // Node remembers that it failed; the second try is by the loader of local modules.
      this.#failed.add(target);
      if (again) return this.#local.load(target);
      throw withAdvice(error);
    }
  }
}

import { existsSync } from "node:fs";
import Module, { createRequire, isBuiltin } from "node:module";
import { dirname, join, sep } from "node:path";
import { types } from "node:util";
import { installAdvice, packageOf } from "../compile/sentences.js";
import { ownFolder } from "../ownPackage.js";
import { LocalModules, type Tick, urlOf } from "./localModules.js";
import { asModule, viewOf } from "./namespace.js";
import { NewerBuilds } from "./newerBuilds.js";
import { find, isInstalled, isPath, manifestOf, scopeOf } from "./resolution.js";

/** The kernel's own code, which Node loads by itself. */
const built = join(ownFolder, "dist") + sep;

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
    if (!target.startsWith("/") || target.startsWith(built)) return false;
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

async function byNode(file: string): Promise<object> {
  if (isCommonJs(file)) {
    const exports = required(file);
    if (exports?.isModule === false) return viewOf(exports.value);
  }
  return import(urlOf(file));
}

/** Whether Node refuses, before anything has run, what bundlers take: paths without endings, JSON, names of CommonJS. */
function isForBundlers(error: unknown): boolean {
  const { code, message = "" } = error as NodeJS.ErrnoException;
  if (code === "ERR_MODULE_NOT_FOUND") return message.startsWith("Cannot find module '/");
  if (error instanceof SyntaxError) return message.includes("is a CommonJS module");
  return code === "ERR_UNSUPPORTED_DIR_IMPORT" || code === "ERR_IMPORT_ATTRIBUTE_MISSING";
}

function withAdvice(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /^Cannot find package '([^'./][^']*)' imported from/.exec(message ?? "")?.[1];
  if (code === "ERR_MODULE_NOT_FOUND" && name !== undefined)
    (error as Error).message = `${message}. ${installAdvice(packageOf(name))}`;
  return error;
}

function isCommonJs(file: string): boolean {
  if (/\.(?:cjs|node)$/.test(file)) return true;
  if (!file.endsWith(".js")) return false;
  const home = scopeOf(dirname(file));
  return home === undefined || manifestOf(home)?.type !== "module";
}

/** What `require` gives of a file; undefined where it is an ES module that awaits. */
function required(file: string): { value: unknown; isModule: boolean } | undefined {
  try {
    // From the file itself: Node warns of ES modules that are required, though not inside of packages.
    const value: unknown = createRequire(file)(file);
    return { value, isModule: types.isModuleNamespaceObject(value) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_REQUIRE_ASYNC_MODULE") return undefined;
    throw error;
  }
}

function loadNow(target: string): object {
  const value: unknown = createRequire(join(ownFolder, "cell.js"))(target);
  return types.isModuleNamespaceObject(value) ? asModule(value as object) : viewOf(value);
}

/** What `Module` gives to whoever may resolve; Node has no other place for it that its releases share. */
interface Loader {
  _resolveFilename(
    request: string,
    parent: { readonly filename?: string | null } | undefined,
    isMain: boolean,
    options?: { readonly paths?: readonly string[] },
  ): string;
}

/**
 * Makes every `require` of a cell, or of a file that is no package's, find what `find` does. Packages find what Node
 * does, and what has been installed since Node missed it.
 */
function redirectRequire(): void {
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, isMain, options) {
    const asNode = (): string => resolve.call(this, request, parent, isMain, options);
    const from = parent?.filename;
    const plain = options?.paths !== undefined || isBuiltin(request) || request.startsWith("/");
    if (!from || plain || from.startsWith(built)) return asNode();
    if (!isInstalled(from)) return find(request, dirname(from), "require");
    try {
      return asNode();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
      try {
        return find(request, dirname(from), "require");
      } catch {
        throw error;
      }
    }
  };
}

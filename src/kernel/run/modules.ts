import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { constants, Script } from "node:vm";
import { lookupFolder, ownFolder } from "../ownPackage.js";
import { LocalModules, type Tick } from "./localModules.js";

type Import = (specifier: string) => Promise<object>;

const tslab = fileURLToPath(new URL("./tslab.js", import.meta.url));

/** Loads modules for the cells of a notebook. */
export class Modules {
  readonly require: NodeJS.Require;
  readonly #folder: string;
  readonly #local: LocalModules;
  readonly #importers = new Map<string, Import>();
  /** Packages that somebody builds on this machine: the newest of their files when they were loaded. */
  readonly #built = new Map<string, { folder: string; newest: number }>();
  readonly #warn: (line: string) => void;

  constructor(file: string, tick: Tick, warn: (line: string) => void) {
    this.#folder = dirname(file);
    this.#local = new LocalModules((specifier, folder) => this.#package(specifier, folder), tick);
    this.#warn = warn;
    this.require = createRequire(file);
    redirectRequire();
  }

  /** What `import` of a cell gives. */
  async load(specifier: string): Promise<object> {
    const file = this.#local.fileOf(specifier, this.#folder);
    if (file !== undefined) return this.#local.load(file);
    const module = await this.#package(specifier, this.#folder);
    this.#watchBuilt(specifier);
    return module;
  }

  async #package(specifier: string, folder: string): Promise<object> {
    if (specifier === "tslab") return this.#importerOf(folder)(tslab);
    if (specifier.endsWith(".json")) return json(specifier, folder);
    try {
      return await this.#importerOf(lookupFolder(specifier, folder))(specifier);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "ERR_MODULE_NOT_FOUND" || !message.includes(`'${specifier}'`)) throw error;
      try {
        // A folder, or a file without its ending: what `require` finds and `import` does not.
        return await this.#importerOf(folder)(
          pathToFileURL(createRequire(join(folder, "cell.ts")).resolve(specifier)).href,
        );
      } catch {
        const advice = `Install it with: npm install ${packageOf(specifier)}`;
        throw new Error(`Cannot find package "${packageOf(specifier)}" from ${folder}. ${advice}`);
      }
    }
  }

  /** An `import` that looks from a folder. */
  #importerOf(folder: string): Import {
    const held = this.#importers.get(folder);
    if (held !== undefined) return held;
    const script = new Script("(specifier) => import(specifier)", {
      filename: join(folder, "cell.mjs"),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const importer = script.runInThisContext() as Import;
    this.#importers.set(folder, importer);
    return importer;
  }

  /** Says once for each build that a package has been built again since it was loaded. */
  #watchBuilt(specifier: string): void {
    const before = this.#built.get(specifier);
    const folder = before?.folder ?? this.#builtFolder(specifier);
    if (folder === undefined) return;
    const newest = newestIn(folder);
    if (before !== undefined && newest > before.newest) {
      this.#warn(
        `${specifier} has been built again since it was loaded. Restart the kernel to use the new one.\n`,
      );
    }
    this.#built.set(specifier, { folder, newest });
  }

  #builtFolder(specifier: string): string | undefined {
    if (specifier.startsWith("node:")) return undefined;
    try {
      const file = realpathSync(this.require.resolve(specifier));
      return file.includes(`${sep}node_modules${sep}`) || !file.startsWith(sep) ? undefined : dirname(file);
    } catch {
      return undefined;
    }
  }
}

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  return Math.max(
    0,
    ...files.map((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

function json(specifier: string, folder: string): object {
  const file = existsSync(specifier) ? specifier : createRequire(join(folder, "cell.ts")).resolve(specifier);
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  return { ...(typeof value === "object" ? value : {}), default: value };
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
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
 * Makes every `require`, of a cell or of a package, look where `lookupFolder` says. Whoever asks for `tslab` gets its
 * display functions for this kernel.
 */
function redirectRequire(): void {
  const loader = Module as unknown as Loader;
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, isMain, options) {
    if (request === "tslab") return tslab;
    const folder = parent?.filename ? dirname(parent.filename) : undefined;
    if (folder === undefined || options?.paths || lookupFolder(request, folder) === folder)
      return resolve.call(this, request, parent, isMain, options);
    return createRequire(join(ownFolder, "cell.ts")).resolve(request);
  };
}

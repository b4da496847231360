import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { stampOf } from "../compile/files.js";
import { ownLine } from "../debug/inspection.js";
import { type Project, projectOf } from "../tsconfig.js";
import { syntaxErrorIn } from "./faults.js";
import { addSourceMap } from "./mappedFiles.js";
import { viewOf } from "./namespace.js";
import type { How } from "./packageEntries.js";
import { find, ModuleMissing } from "./resolution.js";
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

/** A name by which a module has loaded a local file. */
interface Asked {
  readonly specifier: string;
  readonly how: How;
  readonly file: string;
}

/** One of the reader's own modules that was loaded, or is being loaded. */
export interface LocalModule {
  readonly file: string;
  readonly stamp: string;
  /** By which tsconfig.json it was compiled. */
  readonly project: Project;
  readonly asked: Map<string, Asked>;
  readonly module: CommonJs;
  /** What `module.exports` was at the beginning. */
  readonly exports: object;
  isModule: boolean;
  ready: Promise<void>;
}

/** Loads what is no local module, for those that are. */
export interface Packages {
  /** Whether a file is the reader's own, to be loaded here. */
  isOwn(file: string, specifier: string): boolean;
  /** The namespace of anything else, for a file that imports it. */
  load(target: string, importer: string): Promise<object>;
  /** The same at once, for modules that were required. */
  loadNow(target: string): object;
}

type Body = (this: unknown, ...given: unknown[]) => Promise<void> | undefined;

/** A module that has not run yet. */
export function newModule(file: string): LocalModule {
  const exports = {};
  const path = dirname(file);
  return {
    file,
    stamp: stampOf(file),
    project: projectOf(path),
    asked: new Map(),
    module: { exports, id: file, filename: file, path, children: [], paths: [], loaded: false },
    exports,
    isModule: false,
    ready: Promise.resolve(),
  };
}

/** What a module imports, and its code as a function. @throws {SyntaxError} if it does not parse */
export function compile(module: LocalModule) {
  const { file, exports } = module;
  const { code, map, imports, required, isAsync, isModule } = transpile(file, readFileSync(file, "utf8"));
  module.isModule = isModule;
  // Marked before it runs: a module that imports it in a circle asks for the mark.
  if (isModule) Object.defineProperty(exports, "__esModule", { value: true });
  addSourceMap(file, map);
  let body: Body;
  try {
    body = new Script(code + ownLine, { filename: file, lineOffset: -1 }).runInThisContext() as Body;
  } catch (error) {
    throw syntaxErrorIn(file, error);
  }
  const run = (given: readonly unknown[]): Promise<void> | undefined =>
    body.call(isModule ? undefined : exports, exports, ...given);
  return { imports, required, isAsync, run };
}

/** What `import` of a module gives, or has so far. */
export function namespaceOf({ module, exports, isModule }: LocalModule): object {
  return isModule && module.exports === exports ? exports : viewOf(module.exports);
}

/** Where a name leads that a module asks for. @throws {Error} if it leads nowhere, and says who asked */
export function findFor({ file }: LocalModule, specifier: string, how: How): string {
  try {
    return find(specifier, dirname(file), how);
  } catch (error) {
    if (error instanceof ModuleMissing) error.message += ` (asked for by ${file})`;
    throw error;
  }
}

/** Whether a file, its tsconfig.json, or what one of its names leads to, is not what it was. */
export function hasChanged(
  { file, stamp, project, asked }: LocalModule,
  projects: Map<string, Project>,
): boolean {
  if (stampOf(file) !== stamp) return true;
  const folder = dirname(file);
  const now = projects.get(folder) ?? projectOf(folder);
  projects.set(folder, now);
  return now !== project || [...asked.values()].some((each) => leadsElsewhere(each, folder));
}

function leadsElsewhere({ specifier, how, file }: Asked, folder: string): boolean {
  try {
    return find(specifier, folder, how) !== file;
  } catch {
    return true;
  }
}

/** The URL of what `find` gives. */
export function urlOf(target: string): string {
  return target.startsWith("/") ? pathToFileURL(target).href : target;
}

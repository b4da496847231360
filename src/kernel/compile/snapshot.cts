import type ts = require("typescript");

/** What a snapshot of the compiler holds. */
interface Snapshot {
  readonly ts: typeof ts;
  /** Where that was read from. */
  readonly path: string;
  /** Parsed and bound declarations, by path, each with the stamp of its file. */
  readonly files: ReadonlyMap<string, { readonly file: ts.SourceFile; readonly version: string }>;
  /** Where each of these files found its modules, and the types it refers to. */
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, ts.ResolvedModuleFull>>;
  readonly types: ReadonlyMap<string, ReadonlyMap<string, ts.ResolvedTypeReferenceDirective>>;
}

// The script of the snapshot leaves it here; cells do not see it.
const key = Symbol.for("convlab.snapshot");
const holder = globalThis as { [key]?: Snapshot };
const taken = holder[key];
delete holder[key];

/** What the snapshot that this process started from holds; nothing after an ordinary start. */
const files: Snapshot["files"] = taken?.files ?? new Map();
const modules: Snapshot["modules"] = taken?.modules ?? new Map();
const types: Snapshot["types"] = taken?.types ?? new Map();

/** Makes the compiler of the snapshot what `require("typescript")` gives. */
function provide(require: NodeJS.Require): void {
  if (taken === undefined || require.resolve("typescript") !== taken.path) return;
  const { Module } = require("node:module") as typeof import("node:module");
  const module = new Module(taken.path);
  Object.assign(module, { filename: taken.path, loaded: true, exports: taken.ts });
  require.cache[taken.path] = module;
}

/** Whether this process started from a snapshot. */
const started = taken !== undefined;

export = { started, files, modules, types, provide };

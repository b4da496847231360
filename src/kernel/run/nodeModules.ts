// What Node loads: packages, and its own modules.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { types } from "node:util";
import { installAdvice, packageOf } from "../compile/sentences.js";
import { ownFolder } from "../ownPackage.js";
import { urlOf } from "./localModule.js";
import { manifestOf, scopeOf } from "./manifest.js";
import { asModule, viewOf } from "./namespace.js";

/** The namespace of a file of a package. */
export async function byNode(file: string): Promise<object> {
  if (isCommonJs(file)) {
    const exports = required(file);
    if (exports?.isModule === false) return viewOf(exports.value);
  }
  return import(urlOf(file));
}

/** Whether Node refuses, before anything has run, what bundlers take: paths without endings, JSON, names of CommonJS. */
export function isForBundlers(error: unknown): boolean {
  const { code, message = "" } = error as NodeJS.ErrnoException;
  if (code === "ERR_MODULE_NOT_FOUND") return message.startsWith("Cannot find module '/");
  if (error instanceof SyntaxError) return message.includes("is a CommonJS module");
  return code === "ERR_UNSUPPORTED_DIR_IMPORT" || code === "ERR_IMPORT_ATTRIBUTE_MISSING";
}

/** The error with how to install what it misses. */
export function withAdvice(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /^Cannot find package '([^'./][^']*)' imported from/.exec(message ?? "")?.[1];
  if (code === "ERR_MODULE_NOT_FOUND" && name !== undefined)
    (error as Error).message = `${message}. ${installAdvice(packageOf(name))}`;
  return error;
}

/** Whether a file is CommonJS for Node, or may be: without a type in its package.json. */
export function isCommonJs(file: string): boolean {
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

/** The namespace of what `require` gives, for compiled imports. */
export function loadNow(target: string): object {
  const value: unknown = createRequire(join(ownFolder, "cell.js"))(target);
  return types.isModuleNamespaceObject(value) ? asModule(value as object) : viewOf(value);
}

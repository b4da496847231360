// The declarations that cells are checked with in a page: those that can be reached from what cells import, in one file.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import ts from "typescript";
import { shortened } from "./shorten.mjs";

/** What cells can import. */
const entries = ["convlab", "convlab/lessons", "convlab/arithmetic", "convlab/charts", "tslab"];

/** Declarations that are others in a page: TensorFlow without what only Node has, and without what nobody loads. */
const others = {
  "@tensorflow/tfjs/dist/index.d.ts": `import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
export * from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs-layers";
export declare const version: { readonly "tfjs-core": string; readonly "tfjs-layers": string; readonly tfjs: string };
`,
  // What a page cannot have is there, and says so when it is used.
  "dist/networks/tfjs.d.ts": `import { io as files, type Tensor } from "@tensorflow/tfjs-core";
export * from "@tensorflow/tfjs";
export declare const io: typeof files & { fileSystem(path: string): any };
export declare const node: { readonly [name: string]: any };
export declare const data: { readonly [name: string]: any };
export declare function loadGraphModel(address: string, options?: object): Promise<{
  predict(inputs: Tensor | Tensor[]): Tensor | Tensor[];
  execute(inputs: Tensor | Tensor[], outputs?: string | string[]): Tensor | Tensor[];
  dispose(): void;
}>;
`,
};

/**
 * @param {string} root
 * @param {string} out
 */
export async function buildTypes(root, out) {
  const pack = typesPack(root);
  mkdirSync(join(out, "kernel"), { recursive: true });
  writeFileSync(join(out, "kernel", "types.json"), JSON.stringify(pack));
}

/**
 * Declarations by their place on the disk that the page has.
 *
 * @param {string} root
 * @returns {Record<string, string>}
 */
export function typesPack(root) {
  /** @type {Record<string, string>} */
  const pack = {};
  const globals = readFileSync(join(root, "site", "kernel", "globals", "index.d.ts"), "utf8");
  pack["/node_modules/@types/page/index.d.ts"] = shortened(globals);
  pack["/node_modules/@types/page/package.json"] = JSON.stringify({
    name: "@types/page",
    types: "index.d.ts",
  });
  for (const file of reached(root).getSourceFiles()) {
    const place = placeOf(root, file.fileName);
    if (place === undefined) continue;
    pack[place] = shortened(file.text);
  }
  for (const name of packagesIn(pack)) pack[`/node_modules/${name}/package.json`] = manifestOf(root, name);
  return pack;
}

/**
 * A program of all that cells can import.
 *
 * @param {string} root
 */
function reached(root) {
  const all = join(root, "all-entries.ts");
  const text = entries.map((name) => `import ${JSON.stringify(name)};`).join("\n");
  const options = {
    ...{ target: ts.ScriptTarget.ESNext, lib: ["lib.esnext.d.ts"], types: [], strict: true },
    ...{ module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler },
    ...{ noEmit: true, skipLibCheck: true },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, how, ...rest) => {
    if (path === all) return ts.createSourceFile(path, text, how);
    const other = Object.entries(others).find(([end]) => path.endsWith(`/${end}`));
    if (other) return ts.createSourceFile(path, other[1], how);
    const file = getSourceFile(path, how, ...rest);
    // Types that only other platforms have are not drawn in.
    return file && /<reference types=/.test(file.text)
      ? ts.createSourceFile(path, file.text.replace(/\/\/\/ <reference types=.*/g, ""), how)
      : file;
  };
  return ts.createProgram([all], options, host);
}

/**
 * Where a file lies on the page's disk.
 *
 * @param {string} root
 * @param {string} path
 */
function placeOf(root, path) {
  const inPackage = /.*(\/node_modules\/.*)$/.exec(path)?.[1];
  if (inPackage?.startsWith("/node_modules/convlab/")) return inPackage;
  if (inPackage !== undefined)
    return inPackage.startsWith("/node_modules/@types/node/") ? undefined : inPackage;
  return path.startsWith(join(root, "dist/")) ? `/node_modules/convlab/${relative(root, path)}` : undefined;
}

/** @param {Record<string, string>} pack */
function packagesIn(pack) {
  const names = Object.keys(pack).map(
    (path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "",
  );
  return [...new Set(names)].filter((name) => name !== "@types/page");
}

/**
 * What the compiler reads of a package.json, and what an inspection of the module tells.
 *
 * @param {string} root
 * @param {string} name
 */
function manifestOf(root, name) {
  const path =
    name === "convlab" ? join(root, "package.json") : join(root, "node_modules", name, "package.json");
  const { version, description, main, types, typings, exports, typesVersions } = createRequire(path)(path);
  const own = name === "convlab" ? { exports, typesVersions } : {};
  return JSON.stringify({ name, version, description, main, types: types ?? typings, ...own });
}
